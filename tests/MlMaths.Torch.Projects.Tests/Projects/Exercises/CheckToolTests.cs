using MlMaths.Torch.Calculus;
using MlMaths.Torch.Cli;
using MlMaths.Torch.Exercises.Checking;
using MlMaths.Torch.Exercises.YourTurn;
using Spectre.Console.Testing;

namespace MlMaths.Torch.Tests.Projects;

/// <summary><c>check</c>, with answers that somebody may have written.</summary>
public sealed class CheckToolTests
{
    [Fact]
    public void Every_derivation_has_a_place_to_write_and_none_of_them_gives_the_answer_away()
    {
        Assert.Equal(DerivationCatalogue.All.Select(derivation => derivation.Name),
            YourTurnCatalogue.All.Select(answer => answer.Derivation));
        Typed typed = Typed.Of("check");
        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Equal(DerivationCatalogue.All.Count, typed.Output.Split("not written yet").Length - 1);
    }

    [Fact]
    public void A_right_answer_ends_with_0()
    {
        (int exitCode, string output) = Graded("w", at => 2 * at["X"].t().mv(at["X"].mv(at["w"]) + at["b"] - at["y"]) / at["X"].size(0));
        Assert.Equal(0, exitCode);
        Assert.Contains("All of it is right", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "a factor 2")]
    [InlineData(-2, "the sign")]
    public void A_wrong_one_ends_with_3_and_the_likely_mistake(double factor, string mistake)
    {
        (int exitCode, string output) =
            Graded("w", at => factor * at["X"].t().mv(at["X"].mv(at["w"]) + at["b"] - at["y"]) / at["X"].size(0));
        Assert.Equal(3, exitCode);
        Assert.Contains($"most likely: {mistake}", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_answer_that_throws_is_told_in_a_sentence()
    {
        (int exitCode, string output) = Graded("w", at => at["X"].mm(at["X"]));
        Assert.Equal(3, exitCode);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_gets_the_nearest()
    {
        Typed typed = Typed.Of("check", "layernorm");
        Assert.Equal(2, typed.ExitCode);
        Assert.Contains("did you mean 'layer-norm'?", typed.Errors, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Output) Graded(string parameter, Func<DerivationPoint, Tensor> gradient)
    {
        using var console = new TestConsole().Width(400);
        var program = new CommandSet("test", [new("test", [CommandVerb.Of(new CheckTool([new SomeAnswer(parameter, gradient)]))])]);
        return (program.Run(["check", "linear-mse"], console, console), console.Output);
    }

    /// <summary>Right but for one parameter.</summary>
    private sealed class SomeAnswer(string parameter, Func<DerivationPoint, Tensor> gradient) : IGradientAnswer
    {
        public string Derivation => "linear-mse";

        public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at)
        {
            IReadOnlyDictionary<string, Tensor> right = DerivationCatalogue.ByName(Derivation).Gradient(at);
            return right.ToDictionary(one => one.Key, one => one.Key == parameter ? gradient(at) : one.Value);
        }
    }
}
