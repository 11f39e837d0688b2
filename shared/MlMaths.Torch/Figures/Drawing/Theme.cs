namespace MlMaths.Torch.Figures;

/// <summary>Which colours a drawing has; without one, those of a light page, whose twins a style sheet puts on a dark one.</summary>
/// <param name="Tone">What it is looked at on.</param>
/// <param name="Palette">The colours of lines.</param>
internal sealed record Theme(FigureTone Tone, FigurePalette Palette)
{
    // On paper words and axes are as dark as ink; what may be read later stays a little lighter, as lines have that colour, too.
    private static readonly Dictionary<Ink, string> Printed = new()
    {
        [Figures.Palette.Text] = "#000000",
        [Figures.Palette.Muted] = "#4D4D4D",
        [Figures.Palette.Frame] = "#000000",
        [Figures.Palette.Grid] = "#D9D9D9",
    };

    [ThreadStatic]
    private static Theme? _current;

    /// <summary>The colour that an ink has in the drawing that is being made.</summary>
    public static string ColourOf(Ink ink) => _current?.Of(ink) ?? ink.Light;

    /// <summary>Draws in these colours.</summary>
    public T Use<T>(Func<T> draw)
    {
        Theme? before = _current;
        _current = this;
        try
        {
            return draw();
        }
        finally
        {
            _current = before;
        }
    }

    private string Of(Ink ink) =>
        Tone == FigureTone.Print && Printed.TryGetValue(ink, out string? black) ? black
        : Palette.Of(ink, isDark: Tone == FigureTone.Dark);
}

/// <summary>What a figure is looked at on.</summary>
public enum FigureTone
{
    /// <summary>A light page.</summary>
    Light,

    /// <summary>A dark one.</summary>
    Dark,

    /// <summary>Paper: words and axes are black.</summary>
    Print,
}
