using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Probability;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed class WindowFigureTests
{
    public static TheoryData<Figure> Figures =>
    [
        Track("weeks", [.. Enumerable.Range(33, 20).Select(week => $"{week}")], alarm: 8),
        Track("dates", [.. Enumerable.Range(1, 12).Select(day => $"2026-03-{day:00}")], alarm: 11),
        Track("one", ["1"], alarm: 0),
        WindowTrackFigure.Draw(
            "none", "precision (%)", "window", ["1", "2"],
            [Interval.Undefined("nothing was flagged"), Interval.Undefined("nothing was flagged")],
            [null, null], null, null),
        AlarmPowerFigure.Draw(
            [
                new AlarmPower(100, [0.5, 1, 2], [0.01, 0.01, 0.2], 100),
                new AlarmPower(3000, [0.5, 1, 2], [0.8, 0.01, 1], 100),
            ],
            0.01),
        AlarmPowerFigure.Draw([], 0.01, "no-power"),
    ];

    [Theory]
    [MemberData(nameof(Figures))]
    public void Words_lie_inside_the_picture_and_not_on_others(Figure figure)
    {
        string svg = FigureFiles.Svg(figure);
        Assert.Empty(DrawnWords.Overlaps(svg));
        Assert.All(DrawnWords.Of(svg), words => Assert.InRange(words.Box.Right, 0, figure.Width + 1));
        Assert.InRange(svg.Length, 500, 100_000);
        Assert.InRange(figure.Width, 300, 500);
    }

    [Fact]
    public void The_alternative_text_says_what_was_found()
    {
        string text = Track("weeks", ["41", "42"], alarm: 1).AltText;
        Assert.Contains("in 2 of 2 the interval contains what the labels said later", text, StringComparison.Ordinal);
        Assert.Contains("first goes off in week 42", text, StringComparison.Ordinal);
    }

    private static Figure Track(string name, string[] windows, int alarm) => WindowTrackFigure.Draw(
        name, "base rate (%)", "week", windows, [.. windows.Select((_, k) => new Interval(1 + k % 3, k % 3, 3 + k % 3, 0.95, "bootstrap"))],
        [.. windows.Select((_, k) => (double?)(1.2 + k % 3))], 1.2, alarm);
}
