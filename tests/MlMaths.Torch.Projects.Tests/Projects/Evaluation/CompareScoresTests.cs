using System.Text.Json;

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
