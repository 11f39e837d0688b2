using System.Globalization;
using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Tests.Figures;

public sealed class PaletteTests
{
    public static TheoryData<string, string> Words =>
        [.. new[] { Palette.Text, Palette.Muted }.Concat(Palette.Series).Concat(Palette.Ramp).Select(ink => (ink.Light, ink.Dark))];

    [Theory]
    [MemberData(nameof(Words))]
    public void Words_read_on_a_light_and_on_a_dark_page(string light, string dark)
    {
        Assert.InRange(Contrast(light, Palette.Page.Light), 4.5, 21);
        Assert.InRange(Contrast(dark, Palette.Page.Dark), 4.5, 21);
    }

    [Fact]
    public void Axes_are_seen_on_a_light_and_on_a_dark_page()
    {
        Assert.InRange(Contrast(Palette.Frame.Light, Palette.Page.Light), 3, 21);
        Assert.InRange(Contrast(Palette.Frame.Dark, Palette.Page.Dark), 3, 21);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Words_read_on_the_deepest_cell_of_a_confusion_matrix(int series)
    {
        Ink cell = Palette.Series[series];
        Assert.InRange(Contrast(Palette.Text.Light, Over(cell.Light, Palette.Page.Light, ConfusionMatrixFigure.Deepest)), 4.5, 21);
        Assert.InRange(Contrast(Palette.Text.Dark, Over(cell.Dark, Palette.Page.Dark, ConfusionMatrixFigure.Deepest)), 4.5, 21);
    }

    [Fact]
    public void A_light_colour_has_one_dark_twin()
    {
        Assert.Equal(Palette.All.Length, Palette.All.Select(ink => ink.Light).Distinct().Count());
        Assert.All(Palette.All, ink => Assert.NotEqual(ink.Light, ink.Dark));
        Assert.All(Palette.Series, ink => Assert.Contains(ink, Palette.All));
    }

    [Fact]
    public void Lines_in_order_grow_nearer_to_the_page_from_the_first_to_the_last()
    {
        Ink[] ramp = [.. Enumerable.Range(0, 7).Select(line => Palette.Ordered(line, 7))];
        Assert.Equal(7, ramp.Distinct().Count());
        Assert.All(ramp.Zip(ramp.Skip(1)), pair =>
        {
            Assert.True(Contrast(pair.First.Light, Palette.Page.Light) > Contrast(pair.Second.Light, Palette.Page.Light));
            Assert.True(Contrast(pair.First.Dark, Palette.Page.Dark) > Contrast(pair.Second.Dark, Palette.Page.Dark));
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(30)]
    public void The_first_and_the_last_of_any_number_of_lines_have_the_ends_of_the_ramp(int lines)
    {
        Assert.Equal(Palette.Ramp[0], Palette.Ordered(0, lines));
        Assert.Equal(Palette.Ramp[^1], Palette.Ordered(lines - 1, lines));
    }

    [Fact]
    public void Lines_beside_a_chosen_one_never_have_its_colour() =>
        Assert.DoesNotContain(Palette.Text, Enumerable.Range(0, 20).Select(Palette.Beside));

    [Theory]
    [InlineData("#000000", "#FFFFFF", 21)]
    [InlineData("#777777", "#FFFFFF", 4.48)]
    [InlineData("#FFFFFF", "#FFFFFF", 1)]
    public void Contrast_is_the_one_of_the_web_accessibility_guidelines(string one, string other, double expected) =>
        Assert.Equal(expected, Contrast(one, other), 0.005);

    // (lighter + 0.05) / (darker + 0.05): WCAG 2.1, "contrast ratio".
    private static double Contrast(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double[] linear = [.. Channels(colour).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static string Over(string colour, string page, double opacity) => "#" + string.Concat(
        Channels(colour).Zip(Channels(page), (c, p) => (int)Math.Round(255 * (opacity * c + (1 - opacity) * p)))
            .Select(c => c.ToString("X2")));

    private static double[] Channels(string colour) =>
        [.. new[] { 1, 3, 5 }.Select(start => int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber) / 255.0)];
}
