using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The first word says which command; what is none is told in one sentence.</summary>
public sealed class ExercisesCommandTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("help")]
    public void Without_a_command_it_lists_them(params string[] arguments)
    {
        Typed typed = Typed.Of(arguments);
        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.All(["derivations", "explain", "calculus"], command => Assert.Contains(command, typed.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("derivations", "[NAME]")]
    [InlineData("explain", "EXPRESSION [NAME=VALUE ...] [options]")]
    [InlineData("calculus", "--quick")]
    public void Each_command_has_a_help_of_its_own(string command, string says)
    {
        Typed typed = Typed.Of(command, "--help");
        Assert.Equal(0, typed.ExitCode);
        Assert.Contains(says, typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--target", typed.Output, StringComparison.Ordinal);
        Assert.Equal(typed.Output, Typed.Of("help", command).Output);
    }

    [Theory]
    [InlineData("'explian' is not a command of this program: did you mean explain?", "explian")]
    [InlineData("'zebra' is not a command of this program: it may be ", "zebra")]
    [InlineData("There is no derivation 'layernorm' (did you mean 'layer-norm'?): it may be ", "derivations", "layernorm")]
    [InlineData("'tanh' follows a name, and only one derivation is printed at a time: give "
        + "one name.", "derivations", "relu", "tanh")]
    [InlineData("'--data' is not an option of this command", "calculus", "--data", "x.csv")]
    [InlineData("'now' belongs to no option", "calculus", "now")]
    [InlineData("Nothing was given to explain: write an expression", "explain")]
    [InlineData("The expression has no value for 'y'; give one, for instance y=2.", "explain", "x*y", "x=2")]
    [InlineData("'--wieght' is not an option of this command", "explain", "x", "x=2", "--wieght", "3")]
    public void What_makes_no_sense_is_told_in_a_sentence(string sentence, params string[] arguments)
    {
        Typed typed = Typed.Of(arguments);
        Assert.Equal(2, typed.ExitCode);
        Assert.StartsWith(sentence, typed.Errors, StringComparison.Ordinal);
        Assert.Single(typed.Errors.Split('\n'));
        Assert.Empty(typed.Output);
    }

    [Fact]
    public void The_catalogue_lists_every_derivation()
    {
        string output = Typed.Of("derivations").Output;
        Assert.All(DerivationCatalogue.All, derivation => Assert.Contains($"{derivation.Name} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_derivation_is_printed_formulas_first_and_compared()
    {
        string output = Typed.Of("derivations", "l2").Output;
        int formula = output.IndexOf(DerivationCatalogue.ByName("l2").Formula.Plain.Split('\n')[0].Trim(), StringComparison.Ordinal);
        int compared = output.IndexOf("from autograd", StringComparison.Ordinal);
        Assert.InRange(formula, 1, compared);
        Assert.Contains("SquaredPenalty.cs", output, StringComparison.Ordinal);
    }
}
