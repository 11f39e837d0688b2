using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>Figures of a run, drawn again as somebody wants them; the run stays as it was.</summary>
public sealed partial class FigureToolTests(QuickLogisticRun quick) : IDisposable
{
    private const string Hostile = "A <script>alert(1)</script> & \"b\" \u202eback";

    private readonly DirectoryInfo _out = Directory.CreateTempSubdirectory("mlmaths-");

    private string Run => quick.Run.Folder!;

    public void Dispose() => _out.Delete(recursive: true);

    [Fact]
    public void The_list_names_every_figure_of_the_run_and_what_it_shows()
    {
        string said = PortfolioRunOf.Answer("figure", Run, "--list").Ending(0);
        foreach (string drawing in FinishedRun.Open(Run).Figures)
            Assert.Contains($"{Path.GetFileNameWithoutExtension(drawing)}  ", said, StringComparison.Ordinal);
        Assert.Contains("ROC curve with the diagonal of chance", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_is_drawn_and_no_file_of_the_run_is_touched()
    {
        Drawn();
        string[] expected = [.. FinishedRun.Open(Run).Figures
            .Select(drawing => $"{Path.GetFileName(Run)}-{Path.GetFileName(drawing)}").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, _out.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Empty(FinishedRun.Open(Run).Changed!);
    }

    [Fact]
    public void An_svg_has_its_width_its_words_as_outlines_and_nothing_that_runs()
    {
        Drawn("roc", "--width", "85", "--title", Hostile);
        string text = File.ReadAllText(Only("svg"));
        XElement root = XElement.Parse(text);
        Assert.Equal("85mm", (string?)root.Attribute("width"));
        Assert.Empty(root.Descendants(root.Name.Namespace + "text"));
        Assert.Empty(root.Descendants(root.Name.Namespace + "script"));
        Assert.DoesNotContain("font-family", text, StringComparison.Ordinal);
        Assert.StartsWith("A <script>", root.Element(root.Name.Namespace + "title")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", text, StringComparison.Ordinal);
        Assert.Contains("ROC curve", root.Element(root.Name.Namespace + "desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_png_is_as_wide_as_was_asked_and_says_so()
    {
        Drawn("roc", "--format", "png", "--width", "100", "--dpi", "200");
        byte[] png = File.ReadAllBytes(Only("png"));
        Assert.Equal(787, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));   // 100 mm / 25.4 mm per inch · 200
        int density = png.AsSpan().IndexOf("pHYs"u8);
        Assert.Equal(7874, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(density + 4)));   // dots per metre
    }

    [Fact]
    public void A_pdf_is_as_wide_as_was_asked_and_brings_its_letters_along()
    {
        Drawn("roc", "--format", "pdf", "--width", "120");
        string pdf = Encoding.Latin1.GetString(File.ReadAllBytes(Only("pdf")));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        double width = double.Parse(Page().Match(pdf).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(120 / 25.4 * 72, width, 0.2);   // points; the writer rounds to dots of 300 to the inch
        Assert.Contains("/FontDescriptor", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("png")]
    [InlineData("pdf")]
    public void The_same_question_gives_the_same_bytes(string format)
    {
        Drawn("roc", "--format", format);
        byte[] first = File.ReadAllBytes(Only(format));
        Drawn("roc", "--format", format);
        Assert.Equal(first, File.ReadAllBytes(Only(format)));
    }

    [Fact]
    public void Colours_are_those_of_the_theme_and_the_palette()
    {
        Drawn("roc", "--theme", "dark", "--palette", "#123456");
        string dark = File.ReadAllText(Only("svg"));
        Assert.Contains("#11161D", dark, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("#123456", dark, StringComparison.Ordinal);
        Assert.DoesNotContain("#0072B2", dark, StringComparison.OrdinalIgnoreCase);
        Drawn("roc", "--theme", "print", "--transparent");
        XElement print = XElement.Parse(File.ReadAllText(Only("svg")));
        Assert.DoesNotContain(print.Elements(), element => (string?)element.Attribute("width") == "100%");
    }

    [Theory]
    [InlineData("Which run?")]
    [InlineData("There is no folder", "nowhere")]
    [InlineData("did you mean roc?", "RUN", "rok")]
    [InlineData("--list names all", "RUN", "entirely-else")]
    [InlineData("--width is '20'", "RUN", "roc", "--width", "20")]
    [InlineData("dots across", "RUN", "roc", "--format", "png", "--width", "1000", "--dpi", "1200")]
    [InlineData("--palette is 'red'", "RUN", "roc", "--palette", "red")]
    public void What_makes_no_sense_is_one_sentence(string sentence, params string[] words)
    {
        string said = PortfolioRunOf.Answer(
            ["figure", .. words.Select(word => word == "RUN" ? Run : word), "--out", _out.FullName]).Ending(2);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Empty(_out.GetFiles());
    }

    [Fact]
    public void All_names_that_are_wrong_are_said_together() =>
        Assert.Equal(2, PortfolioRunOf.Answer("figure", Run, "rok", "roc", "weihgts").Ending(2).Split('\n').Length);

    [Fact]
    public void Nothing_is_written_into_the_run() => Assert.Contains(
        "inside the run", PortfolioRunOf.Answer("figure", Run, "roc", "--out", Path.Combine(Run, "more")).Ending(2),
        StringComparison.Ordinal);

    [Fact]
    public void A_run_that_kept_no_data_says_what_to_do_and_a_damaged_figure_is_named()
    {
        string copy = Copy();
        File.WriteAllText(Path.Combine(copy, "figures", "roc.json"), "{\"schema\": 1}");
        string said = PortfolioRunOf.Answer("figure", copy, "roc").Ending(2);
        Assert.Contains("The data of the figure 'roc' is gone, damaged or of another version: do the run again (", said,
            StringComparison.Ordinal);
        string all = PortfolioRunOf.Answer("figure", copy, "--out", Path.Combine(_out.FullName, "all")).Ending(0);
        Assert.Contains("Not drawn, as their data is gone or damaged: roc.", all, StringComparison.Ordinal);
        Assert.Contains("Data of figures was changed after the run", all, StringComparison.Ordinal);
        foreach (string data in Directory.GetFiles(Path.Combine(copy, "figures"), "*.json")) File.Delete(data);
        Assert.Contains(
            "has no data beside its figures, which runs of earlier versions did not keep: do the run again (",
            PortfolioRunOf.Answer("figure", copy, "--list").Ending(2), StringComparison.Ordinal);
    }

    private void Drawn(params string[] words) => PortfolioRunOf.Answer(["figure", Run, .. words, "--out", _out.FullName]).Ending(0);

    private string Only(string ending) => Assert.Single(_out.GetFiles($"*.{ending}")).FullName;

    [GeneratedRegex(@"/MediaBox \[0 0 ([0-9.]+)")]
    private static partial Regex Page();

    private string Copy()
    {
        string folder = Path.Combine(_out.FullName, "copy");
        foreach (string file in Directory.EnumerateFiles(Run, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(Run, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
