using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>Calls that compile and mislead, and words that mean "not finished".</summary>
public sealed partial class TrapTests
{
    [Fact]
    public void No_literal_zero_is_taken_for_an_enum() =>
        Convention.Holds(
            CSharpSources.Product.SelectMany(ZerosTakenForAnEnum),
            "sum(0) is sum(ScalarType.Byte), which adds everything up as bytes; write sum(dim: 0), or sum([0L]):");

    [Theory]
    [InlineData("torch.zeros(2, 2).sum(0);")]
    [InlineData("torch.sum(torch.zeros(2, 2), 0);")]
    public void A_planted_short_sum_is_found(string statement) => Assert.NotEmpty(ZerosTakenForAnEnum(Planted(statement)));

    [Fact]
    public void A_sum_over_a_dimension_is_no_trap() =>
        Assert.Empty(ZerosTakenForAnEnum(Planted("torch.zeros(2, 2).sum([0L]); torch.zeros(2).unsqueeze(0);")));

    [Fact]
    public void Functions_of_TorchSharp_that_mislead_or_throw_are_not_called() =>
        Convention.Holds(CSharpSources.Product.SelectMany(Misleading),
            "baddbmm computes b + input·a: write a.bmm(b).add_(input); svd and pca_lowrank throw: write torch.linalg.svd or eigh:");

    [Theory]
    [InlineData("torch.svd(torch.zeros(2, 2));")]
    [InlineData("torch.pca_lowrank(torch.zeros(2, 2));")]
    [InlineData("Tensor x = torch.zeros(1, 1, 1); x.baddbmm(x, x);")]
    public void A_planted_misleading_call_is_found(string statement) => Assert.NotEmpty(Misleading(Planted(statement)));

    [Fact]
    public void The_svd_of_linalg_is_no_trap() => Assert.Empty(Misleading(Planted("torch.linalg.svd(torch.zeros(2, 2));")));

    [Fact]
    public void Chance_has_a_seed_and_comes_through_one_door() =>
        Convention.Holds(
            CSharpSources.Product.SelectMany(Unseeded),
            "Seeds in a row draw numbers in a row; ask for a generator with Seeds.Generator(seed, stream, number):");

    [Fact]
    public void A_seed_is_not_counted_up() =>
        Convention.Holds(
            CSharpSources.Product.SelectMany(CountedSeeds),
            "seed + 1 of this run is the seed of the next; ask for Seeds.Of(seed, stream, number):");

    [Theory]
    [InlineData("int seed = 1; System.Console.Write(seed + 2);")]
    [InlineData("int seed = 1; System.Console.Write(unchecked(7919 * seed));")]
    [InlineData("int seed = 1; for (int i = 0; i < 3; i++) System.Console.Write(i + seed);")]
    public void A_planted_counted_seed_is_found(string statement) => Assert.NotEmpty(CountedSeeds(Planted(statement)));

    [Theory]
    [InlineData("Random chance = new();")]
    [InlineData("Random chance = new Random(7);")]
    [InlineData("int seed = 3; Random chance = new(seed);")]
    [InlineData("int dice = System.Random.Shared.Next();")]
    public void A_planted_unseeded_chance_is_found(string statement) => Assert.NotEmpty(Unseeded(Planted(statement)));

    [Fact]
    public void Nothing_is_left_unfinished_and_nothing_sleeps() =>
        Convention.Holds(CSharpSources.Product.SelectMany(Unfinished), "Finish it, or leave it out; wait for an event, not for a while:");

    [Theory]
    [InlineData("System.Threading.Thread.Sleep(1);")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("#pragma warning disable\n// TO" + "DO later\n")]
    [InlineData("#region x\n#endregion\n")]
    public void A_planted_unfinished_place_is_found(string statement) => Assert.NotEmpty(Unfinished(Planted(statement)));

    [Fact]
    public void There_is_one_training_loop() =>
        Assert.True(
            CSharpSources.Product.Sum(sources => EpochLoops(sources, IsOwnSubject)) <= 1,
            "A second loop over epochs: build it on Trainer, or make it an observer.");

    [Theory]
    [InlineData("for (int epoch = 0; epoch < 3; epoch++) { }")]
    [InlineData("foreach (int epoch in new[] { 1 }) { }")]
    [InlineData("int epoch = 0; while (epoch < 3) epoch++;")]
    [InlineData("int epoch = 0; do epoch++; while (epoch < 3);")]
    public void A_planted_training_loop_is_found(string statement) => Assert.Equal(1, EpochLoops(Planted(statement), _ => false));

    private static CSharpSources Planted(string statement) =>
        CSharpSources.Planted("shared/MlMaths.Torch/Models/Trap.cs",
            $"namespace MlMaths.Torch.Models; "
            + $"public static class Trap {{ public static void Open() {{ {statement} }} }}");

    private static IEnumerable<string> ZerosTakenForAnEnum(CSharpSources sources) =>
        from place in sources.Nodes<LiteralExpressionSyntax>()
        where place.Node.Token.Value is 0 && place.Node.Parent is ArgumentSyntax
        let type = sources.Types[place.Node].ConvertedType
        where type is INamedTypeSymbol { TypeKind: TypeKind.Enum } or INamedTypeSymbol { TypeArguments: [{ TypeKind: TypeKind.Enum }] }
        select $"{place.Tree.FilePath}:{CSharpSources.LineOf(place.Node)}";

    private static IEnumerable<Use> Misleading(CSharpSources sources) => sources.Uses.Where(use =>
        use.Assembly == "TorchSharp"
        && use.Symbol.Name is "baddbmm" or "svd" or "pca_lowrank" or "use_deterministic_algorithms"
        && use.Type?.Name != "linalg");

    private static IEnumerable<Use> Unseeded(CSharpSources sources) => sources.Uses.Where(use =>
        use.FullName == "System.Random.Shared"
        || (use.FullName == "System.Random..ctor" && !use.File.EndsWith(TheDoor, StringComparison.Ordinal)));

    private static IEnumerable<string> CountedSeeds(CSharpSources sources) =>
        from place in sources.Nodes<BinaryExpressionSyntax>()
        where place.Node.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression
            or SyntaxKind.ExclusiveOrExpression
        where IsSeed(place.Node.Left) || IsSeed(place.Node.Right)
        where sources.Types[place.Node].Type?.SpecialType
            is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        select $"{place.Tree.FilePath}:{CSharpSources.LineOf(place.Node)}";

    private static bool IsSeed(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => IsSeed(name.Identifier.Text),
        MemberAccessExpressionSyntax member => IsSeed(member.Name.Identifier.Text),
        _ => false,
    };

    private static bool IsSeed(string name) => name.TrimStart('_').Equals("seed", StringComparison.OrdinalIgnoreCase);

    /// <summary>The one place that makes a generator.</summary>
    private const string TheDoor = "/Probability/MixedRandom.cs";

    /// <summary>What holds a file up, a virus scanner, tells nobody when it is done.</summary>
    private const string WaitsForOthers = "/Patience.cs";

    private static IEnumerable<string> Unfinished(CSharpSources sources) =>
        sources.Uses
            .Where(use => use.FullName.StartsWith("System.NotImplementedException", StringComparison.Ordinal)
                || (use.FullName == "System.Threading.Thread.Sleep" && !use.File.EndsWith(WaitsForOthers, StringComparison.Ordinal)))
            .Select(use => $"{use}")
            .Concat(sources.Files.SelectMany(
                tree => UnfinishedWord().Matches(tree.ToString()).Select(word => $"{tree.FilePath}: {word.Value}")));

    /// <summary>The exercise whose task it is to write the loop; its grader follows the learner's step by step.</summary>
    private static bool IsOwnSubject(string file) => file.StartsWith("projects/Exercises/Learn/10-ThreeRates/", StringComparison.Ordinal);

    private static int EpochLoops(CSharpSources sources, Func<string, bool> mayHaveOne) =>
        sources.Nodes<StatementSyntax>().Where(place => !mayHaveOne(place.Tree.FilePath)).Count(place => place.Node switch
        {
            ForStatementSyntax loop => IsEpoch(loop.Condition),
            WhileStatementSyntax loop => IsEpoch(loop.Condition),
            DoStatementSyntax loop => IsEpoch(loop.Condition),
            ForEachStatementSyntax loop => loop.Identifier.Text == "epoch",
            _ => false,
        });

    private static bool IsEpoch(ExpressionSyntax? condition) =>
        condition?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(
            name => name.Identifier.Text.Contains("epoch", StringComparison.OrdinalIgnoreCase))
        ?? false;

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|#region")]
    private static partial Regex UnfinishedWord();
}
