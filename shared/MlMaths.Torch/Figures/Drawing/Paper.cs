namespace MlMaths.Torch.Figures;

/// <summary>
/// What a figure is drawn on. Each is drawn twice: for a page, and again for a telephone, where a wide drawing would have to
/// be scrolled or its words be too small to read. Between the two the drawing asks here how wide its paper is.
/// </summary>
internal static class Paper
{
    /// <summary>Pixels at 1× that a telephone's page is wide; it shows nine tenths of them or more.</summary>
    public const int NarrowWidth = 400;

    [ThreadStatic]
    private static bool _isNarrow;

    /// <summary>Whether a figure is being drawn for a telephone.</summary>
    public static bool IsNarrow => _isNarrow;

    /// <summary>The wished width, or as much of it as there is.</summary>
    public static int Fit(int width) => _isNarrow ? Math.Min(width, NarrowWidth) : width;

    /// <summary>One number for a page, another for a telephone.</summary>
    public static T Either<T>(T wide, T narrow) => _isNarrow ? narrow : wide;

    /// <summary>The figure, and beside it the same drawn again narrowly, where it is wider than a telephone.</summary>
    public static Figure Both(Func<Figure> draw)
    {
        Figure figure = draw();
        if (_isNarrow || figure.Width <= NarrowWidth) return figure;
        Figure narrow = As(true, draw);
        return figure with { Narrow = narrow with { Name = $"{figure.Name}-narrow" } };
    }

    /// <summary>Draws on paper of a kind, whatever kind is at hand.</summary>
    public static Figure As(bool isNarrow, Func<Figure> draw)
    {
        bool before = _isNarrow;
        _isNarrow = isNarrow;
        try
        {
            return draw();
        }
        finally
        {
            _isNarrow = before;
        }
    }
}
