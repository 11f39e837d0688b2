using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlMaths.Torch.Figures;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Figures;

public sealed partial class ExpressionGraphFigureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<Figure> Graphs => [.. GraphExamples.All()];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void No_words_lie_on_other_words(Figure figure)
    {
        List<(string Words, double Left, double Right, double Bottom)> texts =
            [.. XElement.Parse(FigureFiles.Svg(figure)).Descendants(Svg + "text")
                .Where(text => text.Value.Trim().Length > 0)
                .Select(Place)];
        for (int i = 0; i < texts.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool apart = texts[i].Left >= texts[j].Right
                    || texts[j].Left >= texts[i].Right
                    || Math.Abs(texts[i].Bottom - texts[j].Bottom) >= 14;
                Assert.True(apart, $"'{texts[i].Words}' lies on '{texts[j].Words}'.");
            }
        }
    }

    [Fact]
    public void It_shows_every_node_with_value_and_gradient_and_every_local_derivative()
    {
        string[] words = [.. XElement.Parse(FigureFiles.Svg(GraphExamples.All()[0])).Descendants(Svg + "text")
            .Select(text => text.Value.Trim())];
        foreach (string expected in (string[])["w", "v1 = w · x", "v6 = log(v5)", "1.7", "∂ 1", "−2", "∂ −1.64", "0.182", "4.48"])
            Assert.Contains(expected, words);
        Assert.Equal(3, words.Count(word => word == "1")); // ∂v2/∂v1, ∂v2/∂b, ∂v5/∂v4
    }

    [Fact]
    public void Its_alternative_text_tells_the_graph()
    {
        Figure figure = GraphExamples.Of("graph", "w*x", "w=2, x=3");
        Assert.Equal(
            "The graph of w*x, from its names to the result: w is 2, gradient 3; x is 3, gradient 2; "
            + "v1 = w · x is 6, gradient 1.",
            figure.AltText);
        Assert.Contains("v1 = log(x) has no value", GraphExamples.Of("graph", "1 + log(x)", "x=-1").AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Above_25_nodes_it_says_that_it_shows_none()
    {
        Assert.Contains("26 nodes", GraphExamples.Of("graph", GraphExamples.TwentySix, "x=1").AltText, StringComparison.Ordinal);
        Assert.DoesNotContain("No graph", GraphExamples.Of("graph", GraphExamples.TwentySix[2..], "x=1").AltText, StringComparison.Ordinal);
    }

    private static (string Words, double Left, double Right, double Bottom) Place(XElement text)
    {
        Match moved = Translation().Match((string?)text.Attribute("transform") ?? "");
        double left = Number((string?)text.Attribute("x")) + Number(moved.Groups[1].Value);
        return (
            text.Value, left, left + Number((string?)text.Attribute("textLength")),
            Number((string?)text.Attribute("y")) + Number(moved.Groups[2].Value));
    }

    private static double Number(string? number) => string.IsNullOrEmpty(number) ? 0 : double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^translate\((-?[\d.]+) (-?[\d.]+)\)$")]
    private static partial Regex Translation();
}
