using MlMaths.Torch.Data;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Tests.Optimisation;

/// <summary>What a step was worth is measured on the same folds, and never on test rows.</summary>
public sealed class PreparationStepsTests
{
    // The class is told by the text, and by what is missing; the file is sorted by class, so that its number tells it, too.
    private static string[] Lines() =>
    [
        "id,size,kind,dose,y", .. Enumerable.Range(0, 240).Select(row => (Row: row, Yes: row < 120)).Select(one =>
            $"{one.Row},{(one.Row * 7 % 10 < (one.Yes ? 6 : 1) ? "" : $"{one.Row * 37 % 101}")},"
            + $"{(one.Row * 13 % 10 < (one.Yes ? 7 : 3) ? "north" : one.Row % 2 == 0 ? "south" : "west")},"
            + $"{(one.Row % 9 == 0 ? -999 : one.Row * 53 % 60)},{(one.Yes ? "yes" : "no")}"),
    ];

    [Fact]
    public void Every_step_that_was_done_is_measured()
    {
        IReadOnlyDictionary<string, StepWorth> steps = Steps(Lines());
        Assert.Equal(["identifiers", "indicators", "categories", "suspects"], steps.Keys);
        Assert.True(steps["categories"].Gain.Low > 0);
        Assert.True(steps["indicators"].Gain.Low > 0);
        // A number of sorted rows tells everything: the honest score is far below, and says so.
        Assert.True(steps["identifiers"].Gain.High < 0);
        Assert.True(steps["identifiers"].Without > 0.99);
        Assert.NotNull(steps["identifiers"].Warning);
        Assert.All(steps.Values, step => Assert.Equal((10, step.With), (step.Folds, steps["categories"].With)));
    }

    [Fact]
    public void Copies_that_are_dealt_as_rows_flatter()
    {
        string[] lines =
        [
            "a,b,c,y", .. Enumerable.Range(0, 60).SelectMany(row => Enumerable.Repeat(
                $"{row * 37 % 61}.{row % 7},{row * 53 % 59}.{row % 5},t{row % 12},{(row * 7919 % 101 % 2 == 0 ? "yes" : "no")}", 6)),
        ];
        StepWorth copies = Steps(lines)["copies"];
        Assert.True(copies.Without > copies.With + 0.05);
        Assert.NotNull(copies.Warning);
    }

    [Fact]
    public void Test_rows_take_no_part()
    {
        string[] lines = Lines(), changed = [.. lines];
        for (int row = 200; row < 240; row++)
            changed[row + 1] = $"{row},9,east,7,{(row % 2 == 0 ? "yes" : "no")}";
        StepWorth[] first = [.. Steps(lines, 200).Values], second = [.. Steps(changed, 200).Values];
        Assert.Equal(first.Select(step => step.With), second.Select(step => step.With));
        Assert.Equal(first.Select(step => step.Gain), second.Select(step => step.Gain));
    }

    private static Dictionary<string, StepWorth> Steps(string[] lines, int allowed = int.MaxValue)
    {
        using var file = new CsvFile(string.Join('\n', lines));
        var target = BinaryTarget.From(CsvDataset.Read(file.Path, "y"));
        return PreparationSteps.Train(
            target, [.. Enumerable.Range(0, Math.Min(allowed, target.Dataset.Rows))], seed: 3, repeats: 2,
                TestContext.Current.CancellationToken)
            .ToDictionary(step => step.Id);
    }
}
