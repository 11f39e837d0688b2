using System.Text.Json;
using MlMaths.Torch.EvaluationPack;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What <c>mlmaths compare</c> says of two models never contradicts itself.</summary>
public sealed class CompareScoresTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_p_value_below_0_05_means_that_0_lies_outside_the_interval(int surelyWrong)
    {
        // The second model is sure of the wrong label on a few rows: differences of losses are few, large and on one side.
        using ScoresFile file = ScoresFile.Of(
            "y,a,b", 100, row => $"{row % 2},{Sound(row)},{(row < surelyWrong ? 1 - row % 2 : Sound(row))}");
        IReadOnlyDictionary<string, JsonElement> said = Compare(file, "--score", "a,b", "--metric", "log_loss");
        double low = Number(said, "gain", "low"), high = Number(said, "gain", "high"), p = Number(said, "p_value", "value");
        Assert.Equal(low > 0 || high < 0, p < 0.05);
        Assert.True(Number(said, "gain", "value") < 0);
    }

    [Fact]
    public void A_gain_turns_its_sign_with_the_order_of_the_models()
    {
        using ScoresFile file = ScoresFile.Of("y,a,b", 60, row => $"{row % 2},{Sound(row)},{row * 37 % 60 / 60.0}");
        IReadOnlyDictionary<string, JsonElement> one = Compare(file, "--score", "a,b"), other = Compare(file, "--score", "b,a");
        Assert.Equal(Number(one, "gain", "value"), -Number(other, "gain", "value"), 1e-12);
        Assert.Equal(Number(one, "gain", "low"), -Number(other, "gain", "high"), 1e-12);
        Assert.Equal(Number(one, "mcnemar.p_value", "value"), Number(other, "mcnemar.p_value", "value"));
    }

    [Fact]
    public void Groups_are_the_evidence_where_they_are_named()
    {
        using ScoresFile file = Visits();
        Dictionary<string, JsonElement> rows = Compare(file, "--score", "a,b"),
            groups = Compare(file, "--score", "a,b", "--group", "patient");
        Assert.Equal(Number(rows, "gain", "value"), Number(groups, "gain", "value"), 1e-12);
        // Ten visits of a patient have all but one value of either score: intervals of patients are about √10 times as long.
        Assert.InRange(Length(groups) / Length(rows), 2, 4.5);
        Assert.Contains("30 groups", groups["gain"].GetProperty("how").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "not separate evidence", groups["mcnemar.p_value"].GetProperty("why_undefined").GetString(), StringComparison.Ordinal);
        Assert.True(Number(groups, "smallest_shown", "value") > Number(rows, "smallest_shown", "value"));

        double Length(Dictionary<string, JsonElement> said) => Number(said, "gain", "high") - Number(said, "gain", "low");
    }

    [Fact]
    public void A_column_that_looks_like_a_group_is_named_before_the_verdict_until_it_is_given()
    {
        using ScoresFile file = Visits();
        string asked = Told(file, "--score", "a,b"), given = Told(file, "--score", "a,b", "--group", "patient");
        Assert.InRange(asked.IndexOf("looks like a group", StringComparison.Ordinal), 0,
            asked.IndexOf("is ahead by", StringComparison.Ordinal));
        Assert.Contains("'patient'", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("looks like a group", given, StringComparison.Ordinal);
        // A number that rows share by chance names no group.
        var random = new Random(3);
        using ScoresFile ages = ScoresFile.Of(
            "y,a,b,age", 300, row => $"{row % 2},{Sound(row)},{row * 37 % 60 / 60.0},{random.Next(20, 60)}");
        Assert.DoesNotContain("looks like a group", Told(ages, "--score", "a,b"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("patiens", "did you mean 'patient'?")]
    [InlineData("y", "is the label (--target)")]
    [InlineData("b", "is a score (--score)")]
    public void A_group_that_is_none_is_refused(string named, string why)
    {
        using ScoresFile file = Visits();
        Typed answer = file.Ask("compare", "--target", "y", "--score", "a,b", "--group", named);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(why, answer.Errors, StringComparison.Ordinal);
    }

    private static ScoresFile Visits() => ScoresFile.Of("patient,y,a,b", 300, row =>
        $"p{row / 10},{row / 10 % 2},{OfPatient(row / 10, 7, row)},{OfPatient(row / 10, 11, row)}");

    private static double OfPatient(int patient, int step, int row) =>
        0.2 + 0.15 * (patient % 2) + patient * step % 30 / 60.0 + row % 10 / 1000.0;

    private static string Told(ScoresFile file, params string[] arguments)
    {
        string into = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file.Path)!, Guid.NewGuid().ToString("N"));
        return Typed.To(
            EvaluationProgram.Commands, ["compare", "--scores", file.Path, "--target", "y", .. arguments, "--out", into]).Ending(0);
    }

    private static double Sound(int row) => 0.3 + 0.3 * (row % 2) + 0.001 * (row * 7 % 100);

    private static double Number(IReadOnlyDictionary<string, JsonElement> said, string id, string part) =>
        said[id].GetProperty(part).GetDouble();

    private static Dictionary<string, JsonElement> Compare(ScoresFile file, params string[] arguments)
    {
        Typed answer = file.Ask("compare", ["--target", "y", .. arguments]);
        Assert.Equal("", answer.Errors);
        return JsonDocument.Parse(answer.Output).RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("id").GetString()!);
    }
}
