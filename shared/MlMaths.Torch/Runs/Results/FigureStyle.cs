using MlMaths.Torch.Figures;

namespace MlMaths.Torch.Runs;

/// <summary>How a figure is drawn to be taken away.</summary>
public sealed record FigureStyle
{
    /// <summary>What kind of file.</summary>
    public FigureFormat Format { get; init; } = FigureFormat.Svg;

    /// <summary>How wide, in millimetres; a finite number.</summary>
    public double Millimetres { get; init => field = Finite.Checked(value); } = 160;

    /// <summary>Dots per inch of a PNG.</summary>
    public int DotsPerInch { get; init; } = 300;

    /// <summary>What it is looked at on.</summary>
    public FigureTone Tone { get; init; } = FigureTone.Light;

    /// <summary>The colours of its lines.</summary>
    public FigurePalette Palette { get; init; } = FigurePalette.Own;

    /// <summary>Stands above it; null for nothing.</summary>
    public string? Title { get; init; }

    /// <summary>Whether what lies behind shows through, or a page is drawn.</summary>
    public bool IsTransparent { get; init; }
}

/// <summary>What kind of file a figure becomes.</summary>
public enum FigureFormat
{
    /// <summary>Lines that scale, words as outlines.</summary>
    Svg,

    /// <summary>Dots.</summary>
    Png,

    /// <summary>Lines that scale, words as words, with their font.</summary>
    Pdf,
}
