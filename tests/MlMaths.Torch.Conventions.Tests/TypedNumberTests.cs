using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>
/// A number in a sentence of a page comes from a hole, where the compiler puts what was measured, and not from the keyboard. What may
/// be typed is a level, a round number to count in, a number of the theory, or an example.
/// </summary>
public sealed partial class TypedNumberTests
{
    private static readonly HashSet<string> Named =
    [
        "0", "1", "2", "3", "½", // of the theory: probabilities, slopes, the kurtosis of a normal law
        "95", "5", "0.05", "0.01", "90", "99", "80", // levels, and the usual power
        "100", "1,000", "10,000", "1,000,000", // what shares and costs are counted in
        "0.5", "0.7", "70", "0.1", "0.0001", "0.9", "0.9999", // examples of probabilities, and limits that the code beside them asks for
        "4.6", "1.96", "2.7", "30", // of the normal law, e, and a rule of thumb that is argued with
        "4", "16", "32", "85", // bits, digits, methods in a table, what is asked of a kind of table
    ];

    [Fact]
    public void No_sentence_of_a_page_has_a_number_that_was_typed() => Convention.Holds(
        SourceTree.Files.Where(IsProse).SelectMany(file => Typed(file, SourceTree.Read(file))),
        "Put it into a hole, from the constant or the findings that it comes from:");

    [Theory]
    [InlineData("""MarkdownText.Of($"It is right in 98 of 100 tables, for {name}.")""", "98")]
    [InlineData("""MarkdownText.Of($"An area of 0.85 under {curve}.")""", "0.85")]
    public void A_typed_number_is_found(string expression, string number) =>
        Assert.Contains(number, Assert.Single(Typed("Sections/Planted.cs", $"_ = {expression};")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""MarkdownText.Of($"A 95 % interval of {value}, per 10,000 rows, by `F1` and --rope 0.33")""")]
    [InlineData("""MarkdownText.Of($"Held by (L. Le Cam, 1960), λ/2 and 1/(1 − {p})")""")]
    public void Levels_formulas_and_sources_are_no_breach(string expression) =>
        Assert.Empty(Typed("Sections/Fine.cs", $"_ = {expression};"));

    private static bool IsProse(string file) => SourceTree.IsProduct(file) && file.StartsWith("projects/", StringComparison.Ordinal)
        && Prose().IsMatch(file);

    private static IEnumerable<string> Typed(string file, string code) =>
        from text in CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<InterpolatedStringExpressionSyntax>()
        let said = Aside().Replace(Joined(text), "")
        from Match number in Number().Matches(said)
        where !Named.Contains(number.Value.TrimEnd(','))
        select $"{file}: {number.Value} in “{said.Trim()}”";

    // The words as written, a hole as a letter.
    private static string Joined(InterpolatedStringExpressionSyntax text) =>
        text.StringStartToken.IsKind(SyntaxKind.InterpolatedStringStartToken)
        ? string.Concat(text.Contents.Select(part => part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : "x"))
        : ""; // raw strings hold formulas and code

    [GeneratedRegex(@"/Sections/|(Report|Words|Blocks)\.cs$")]
    private static partial Regex Prose();

    [GeneratedRegex(@"`[^`]*`|--[a-z-]+( [\d.]+)?|\([^()]*\b(19|20)\d\d[^()]*\)")]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.#/^−·²√(\[,_-])\d[\d,]*(\.\d+)?(?![\p{L}\p{N}/^²·(])")]
    private static partial Regex Number();
}
