using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MlMaths.Torch.Tests.Conventions;

/// <summary>What becomes Markdown in a report: a plain string is data there, and is escaped and trimmed.</summary>
public sealed class MarkdownTrapTests
{
    [Fact]
    public void No_blank_is_lost_at_the_edge_of_a_hole() =>
        Convention.Holds(
            CSharpSources.Product.SelectMany(LostBlanks),
            "A plain string in a hole of Markdown is data, and its edges are cut off: write MarkdownText.Of($\" words\"):");

    [Theory]
    [InlineData("bool one = true; Say($\"by 1{(one ? \"\" : \" on average\")}\");", 1)]
    [InlineData("bool one = true; Say($\"by \" + $\"1{(one ? \" point\" : \"\")}\");", 1)]
    [InlineData("bool one = true; Say($\"by 1{(one ? \", once\" : \"\")}\");", 0)]
    [InlineData("bool one = true; string text = $\"by 1{(one ? \" point\" : \"\")}\";", 0)]
    public void A_planted_lost_blank_is_found(string statement, int found) => Assert.Equal(found, LostBlanks(Said(statement)).Count());

    [Fact]
    public void No_mark_of_Markdown_is_escaped_as_data() =>
        Convention.Holds(
            CSharpSources.Product.SelectMany(ShownMarks),
            "A ?:, a switch or a + makes a plain string, whose marks are escaped and shown: wrap each branch in MarkdownText.Of:");

    [Theory]
    [InlineData("bool one = true; Say(one ? $\"**{1}** is\" : $\"**{2}** was\");", 2)]
    [InlineData("bool one = true; Say($\"**{1}** is\" + (one ? \" so\" : \"\"));", 1)]
    [InlineData("int one = 1; Say(one switch { 1 => $\"`{one}`\", _ => \"none\" });", 1)]
    [InlineData("Say(\"**so**\");", 1)]
    [InlineData("bool one = true; Say($\"**{1}** is\" + $\"{(one ? \"so\" : \"\")}\");", 0)]
    [InlineData("bool one = true; string text = one ? $\"**{1}** is\" : \"\";", 0)]
    public void A_planted_mark_that_shows_is_found(string statement, int found) => Assert.Equal(found, ShownMarks(Said(statement)).Count());

    [Fact]
    public void No_number_is_written_by_a_plain_string() =>
        Convention.Holds(
            CSharpSources.Product.SelectMany(PlainNumbers),
            "A ?:, a switch or a + makes a plain string, whose numbers have a hyphen for a minus: wrap each branch in MarkdownText.Of:");

    [Theory]
    [InlineData("bool one = true; Say(one ? $\"by {1.5:0.00}\" : $\"none\");", 1)]
    [InlineData("int one = 1; Say(one switch { 1 => $\"by {1.5}\", _ => \"none\" });", 1)]
    [InlineData("int one = 1; Say(one switch { 1 => $\"by {one}\", _ => \"none\" });", 0)]
    [InlineData("Say($\"by {1.5:0.00}\");", 0)]
    [InlineData("bool one = true; string text = one ? $\"by {1.5:0.00}\" : \"\";", 0)]
    public void A_planted_plain_number_is_found(string statement, int found) =>
        Assert.Equal(found, PlainNumbers(Said(statement)).Count());

    private static CSharpSources Said(string statement) => CSharpSources.Planted(
        "Planted.cs",
        "class Planted { static void Say(MlMaths.Torch.Reporting.MarkdownText text) { } static void Do() { " + statement + " } }");

    /// <summary>A choice between plain strings in a hole of what becomes Markdown, where one begins or ends with a blank.</summary>
    private static IEnumerable<string> LostBlanks(CSharpSources sources) =>
        from place in sources.Nodes<ConditionalExpressionSyntax>()
        where HasEdge(place.Node.WhenTrue) || HasEdge(place.Node.WhenFalse)
        let hole = place.Node.AncestorsAndSelf().TakeWhile(node => node is not InterpolatedStringExpressionSyntax)
            .All(node => node is ConditionalExpressionSyntax or ParenthesizedExpressionSyntax or InterpolationSyntax)
        let text = place.Node.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()
        where hole && text is not null
        let whole = text.AncestorsAndSelf().TakeWhile(node => node == text || node is BinaryExpressionSyntax).Last()
        where sources.Compilation.GetSemanticModel(place.Tree).GetTypeInfo(whole).ConvertedType?.Name == "MarkdownText"
        select $"{place.Tree.FilePath}:{CSharpSources.LineOf(place.Node)}";

    /// <summary>Marks of Markdown in what is a plain string before it becomes Markdown: they are escaped, and a reader sees them.</summary>
    private static IEnumerable<string> ShownMarks(CSharpSources sources) =>
        from place in sources.Nodes<ExpressionSyntax>()
        where HasMarks(place.Node)
        where IsData(place.Node, sources.Compilation.GetSemanticModel(place.Tree))
        select $"{place.Tree.FilePath}:{CSharpSources.LineOf(place.Node)}";

    /// <summary>Numbers that may be below 0 in what is a plain string before it becomes Markdown.</summary>
    private static IEnumerable<string> PlainNumbers(CSharpSources sources) =>
        from place in sources.Nodes<InterpolatedStringExpressionSyntax>()
        let model = sources.Compilation.GetSemanticModel(place.Tree)
        where place.Node.Contents.OfType<InterpolationSyntax>()
            .Any(hole => model.GetTypeInfo(hole.Expression).Type?.SpecialType == SpecialType.System_Double)
        where IsData(place.Node, model)
        select $"{place.Tree.FilePath}:{CSharpSources.LineOf(place.Node)}";

    // A choice or a sum of strings that becomes Markdown as a whole, and so as data.
    private static bool IsData(ExpressionSyntax text, SemanticModel model) => text.AncestorsAndSelf()
        .TakeWhile(node => node == text || node is ConditionalExpressionSyntax or ParenthesizedExpressionSyntax
            or BinaryExpressionSyntax or SwitchExpressionSyntax or SwitchExpressionArmSyntax)
        .OfType<ExpressionSyntax>()
        .Any(node => model.GetConversion(node).IsUserDefined && model.GetTypeInfo(node).ConvertedType?.Name == "MarkdownText");

    private static bool HasMarks(ExpressionSyntax text) => text switch
    {
        LiteralExpressionSyntax { Token.Value: string words } => IsMarked(words),
        InterpolatedStringExpressionSyntax whole => whole.Contents.OfType<InterpolatedStringTextSyntax>()
            .Any(part => IsMarked(part.TextToken.ValueText)),
        _ => false,
    };

    private static bool IsMarked(string words) => words.Contains("**", StringComparison.Ordinal) || words.Contains('`');

    private static bool HasEdge(ExpressionSyntax branch) => branch is LiteralExpressionSyntax { Token.Value: string text }
        && text.Length > 0 && text != text.Trim();
}
