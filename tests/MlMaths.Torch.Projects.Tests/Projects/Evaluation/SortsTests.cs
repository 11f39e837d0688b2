using System.Runtime.CompilerServices;
using MlMaths.Torch.Data;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.EvaluationPack.Scores;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>How often <c>metrics</c> sorts what it was given.</summary>
public sealed class SortsTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(-3.0)]
    public void Metrics_sorts_a_set_of_scores_once_with_its_page_too(double shift)
    {
        double[] scores = [.. Enumerable.Range(0, 60).Select(row => row * 37 % 60 / 60.0 + shift)];
        ushort[] labels = [.. Enumerable.Range(0, 60).Select(row => (ushort)(row * 37 % 60 + row % 20 > 40 ? 1 : 0))];
        var table = new ScoreTable(
            "sixty", new ScoreColumns("label", ["score"]), ["0", "1"], labels, [scores], new("here", "none", "none"), 60, []);
        StrongBox<int> sorts = ScoreOrder.Counted();
        BinaryScoresReport.Of(BinaryScores.Of(table, "score", scores, new ScoresOptions("sixty.csv", table.Columns, null, null, 1)));
        Assert.Equal(1, sorts.Value);
    }
}
