using MlMaths.Torch.Portfolio.Verify;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What verify holds against each other beside bytes: pages, times, rounding, the record of a run.</summary>
public sealed class VerifiedPagesTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public void Dispose() => _home.Delete(recursive: true);

    private const string Page = "# A net\n\nIts accuracy is 0.964, and it answers within 1.77 µs.\n\n## How fast?\n\n"
        + "Within 1.77 µs in 95 of 100 calls.\n"
        + "\nIt was steady.\n\n## All\n\n| Measured | Value | How |\n| --- | --- | --- |\n| Accuracy `test.accuracy` | 0.964 | rows |\n"
        + "| Speed `train.speed` | 12 | a clock |\n";

    [Theory]
    [InlineData("1.77 µs.\n\n##", "2.05 µs.\n\n##", true)]
    [InlineData("It was steady.", "It was not.", true)]
    [InlineData("| 12 |", "| 13 |", true)]
    [InlineData("is 0.964", "is 0.994", false)]
    [InlineData("| 0.964 |", "| 0.994 |", false)]
    [InlineData("## All", "## Al", false)]
    public void Nothing_but_times_may_differ(string then, string now, bool areSame) =>
        Assert.Equal(areSame, ClockWords.AreSame(
            Page, Page.Replace(then, now, StringComparison.Ordinal), new HashSet<string> { "train.speed" }));

    [Theory]
    [InlineData("x 0.1234567, y", "x 0.1234568, y", true)]
    [InlineData("x 12.34", "x 12.35", true)]
    [InlineData("x 0.5", "x 0.6", false)]
    [InlineData("x 1", "y 1", false)]
    public void Another_machine_may_round(string then, string now, bool areSame) => Assert.Equal(areSame, RoundedText.AreSame(then, now));

    [Theory]
    [InlineData("how", false)]
    [InlineData("unit", false)]
    [InlineData("confidence", false)]
    [InlineData("", true)]
    public void Words_of_a_number_are_a_part_of_it(string what, bool isExact)
    {
        Measurement now = new("a", "A", 0.5, 0.4, 0.6, 0.95, "", "test rows"), then = what switch
        {
            "how" => now with { How = "all rows" },
            "unit" => now with { Unit = "euros" },
            "confidence" => now with { Confidence = 0.99 },
            _ => now,
        };
        RepeatedClaim claim = new(then, now, MayDiffer: false);
        Assert.Equal(isExact ? ClaimVerdict.Exact : ClaimVerdict.Not, claim.Verdict);
        if (!isExact) Assert.Contains($"its {what} is", claim.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- Reached an accuracy of 0.964 (95 % interval 0.939 to 0.979). (`test.accuracy`)\n", 0)]
    [InlineData("- Reached an accuracy of 0.994 (95 % interval 0.939 to 0.979). (`test.accuracy`)\n", 1)]
    [InlineData("- Reached an F1 of 0.964. (`test.accuracy`)\n", 0)]
    [InlineData("- Answers within 1.07 µs. (`latency`)\n", 1)]
    public void Sentences_for_a_cv_say_what_the_numbers_of_the_run_say(string line, int contradictions)
    {
        string folder = MadeRun.In(_home.FullName, "net", isChanged: false, MadeRun.Number("test.accuracy", 0.96389, 0.93921, 0.97878),
            MadeRun.Number("latency", 1.773, unit: "µs") with { IsTimed = true });
        File.WriteAllText(Path.Combine(folder, "cv.md"), line);
        FinishedRun run = FinishedRun.Open(folder);
        Assert.Equal(contradictions, OwnPages.Contradictions(run).Count);
    }
}
