using System.Globalization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Figures;

/// <summary>The colours of the lines of a figure.</summary>
public sealed partial class FigurePalette
{
    private const int Most = 8;

    // As published, brighter than words in the colour of a line should be on white.
    private static readonly string[] OkabeIto =
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#999999", "#F0E442"];

    private readonly IReadOnlyList<string>? _series;
    private readonly bool _isGrey;

    private FigurePalette(IReadOnlyList<string>? series, bool isGrey) => (_series, _isGrey) = (series, isGrey);

    /// <summary>The suite's own.</summary>
    public static FigurePalette Own { get; } = new(null, isGrey: false);

    /// <summary>What <see cref="Read"/> takes, for a sentence.</summary>
    public static string MayBe => $"own, okabe-ito, grey, or 1 to {Most} colours as #RRGGBB with commas between";

    /// <summary>A name, or colours of one's own; null where it is neither.</summary>
    public static FigurePalette? Read(string written) => written switch
    {
        "own" => Own,
        "okabe-ito" => new(OkabeIto, isGrey: false),
        "grey" => new(null, isGrey: true),
        _ when written.Split(',') is { Length: <= Most } colours && colours.All(colour => Hex().IsMatch(colour)) =>
            new([.. colours.Select(colour => colour.ToUpperInvariant())], isGrey: false),
        _ => null,
    };

    /// <summary>The colour of an ink.</summary>
    internal string Of(Ink ink, bool isDark)
    {
        int place = Palette.Series.IndexOf(ink);
        string colour = _series is { } series && place >= 0 && ink != Palette.Text ? series[place % series.Count]
            : isDark ? ink.Dark
            : ink.Light;
        return _isGrey ? Grey(colour) : colour;
    }

    // As light as the colour: Y = 0.2126 R + 0.7152 G + 0.0722 B of linear light (ITU-R BT.709), each channel c of sRGB being
    // ((c + 0.055) / 1.055)^2.4 of it, or c / 12.92 near black.
    private static string Grey(string colour)
    {
        double light = 0.2126 * Linear(1) + 0.7152 * Linear(3) + 0.0722 * Linear(5);
        int level = (int)Math.Round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * Math.Pow(light, 1 / 2.4) - 0.055));
        return string.Create(CultureInfo.InvariantCulture, $"#{level:X2}{level:X2}{level:X2}");

        double Linear(int start)
        {
            double c = int.Parse(colour.AsSpan(start, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;
            return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Hex();
}
