"""Charts as geometry."""

from scoping.press.charts import histogram_chart


def test_a_handful_of_far_cases_does_not_press_the_others_together() -> None:
    bins = [(-8000.0, -6000.0, 1), (-2000.0, 0.0, 3000), (0.0, 2000.0, 6990), (6000.0, 8000.0, 9)]
    chart = histogram_chart(bins, 900.0)
    assert (chart.least, chart.most) == (-2000.0, 2000.0)
    assert [bar.kind for bar in chart.bars] == ["loss", "gain"]
    assert chart.zero == chart.width / 2


def test_the_box_reaches_to_the_break_even_where_nobody_loses() -> None:
    chart = histogram_chart([(4000.0, 6000.0, 5000), (6000.0, 8000.0, 5000)], 6000.0)
    assert (chart.least, chart.zero) == (0.0, 0.0)
    assert chart.bars[0].x == chart.width / 2 + 0.5
