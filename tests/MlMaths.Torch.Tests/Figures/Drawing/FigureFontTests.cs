using System.Text;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Figures;

public sealed class FigureFontTests
{
    [Fact]
    public void The_font_has_every_character_that_figures_write() =>
        Assert.All(
            "ABCXYZabcxyz0123456789αβγδεζηθικλμνξπρστφχψω∂∑√∞≈≠≤≥−×·±½‖₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁻→←…–—′●◆□%λŷ".EnumerateRunes(),
            rune => Assert.True(FigureFont.Has(rune), rune.ToString()));

    [Fact]
    public void Every_character_in_the_text_of_the_figures_code_has_a_glyph()
    {
        string folder = Path.Combine(Repository.Folder, "shared", "MlMaths.Torch", "Figures");
        IEnumerable<string> literals = Directory.GetFiles(folder, "*.cs").SelectMany(File.ReadLines)
            .Where(line => line.Contains('"') && !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
        Assert.All(literals.SelectMany(line => line.EnumerateRunes()).Distinct().Where(rune => rune.Value > 127),
            rune => Assert.True(FigureFont.Has(rune), rune.ToString()));
    }

    [Fact]
    public void What_the_font_lacks_becomes_a_box_and_control_characters_go()
    {
        Assert.Equal("a□□b", FigureFont.Printable("a\u0001年😀\u202Eb"));
        Assert.Equal("two lines", FigureFont.Printable(" two\nlines\t"));
        Assert.False(FigureFont.Has(new Rune('年')));
    }

    [Fact]
    public void A_long_name_is_shortened_to_the_room_there_is()
    {
        string fitted = FigureFont.Fit(new string('m', 500) + "7", 14, 100);
        Assert.Matches("^m+…m+7$", fitted);
        Assert.InRange(FigureFont.Width(fitted, 14), 80, 100);
        Assert.Equal("short", FigureFont.Fit("short", 14, 100));
    }

    [Fact]
    public void One_letter_cannot_be_shortened() => Assert.Equal("m", FigureFont.Fit("m", 14, 2));

    [Fact]
    public void Lines_break_between_words_and_none_is_wider_than_the_room()
    {
        IReadOnlyList<string> lines = FigureFont.Lines("predicted probability, mean of the bin", 14, 150);
        Assert.Equal(["predicted probability,", "mean of the bin"], lines);
        Assert.All(FigureFont.Lines("in an_unexpectedly_narrow_room", 14, 90), line => Assert.InRange(FigureFont.Width(line, 14), 1, 90));
    }

    [Theory]
    [InlineData("mean fractal dimension of the nucleus", "mean fractal…the nucleus")]
    [InlineData("worst_fractal_dimension_of_nucleus", "worst_fractal…of_nucleus")]
    [InlineData("professional.course.of.three.years", "professional.course…years")]
    public void Of_a_name_of_several_words_whole_words_are_left_out(string name, string fitted) =>
        Assert.Equal(fitted, FigureFont.Fit(name, 14, 180));
}
