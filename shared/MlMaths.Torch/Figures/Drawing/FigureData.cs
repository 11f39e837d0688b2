namespace MlMaths.Torch.Figures;

/// <summary>All that a figure is drawn from: two axes, how much room there is around them, and what lies on them.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Width">Pixels at 1×.</param>
/// <param name="Height">Pixels at 1×, without what stands below everything.</param>
/// <param name="Right">Room for words to the right of the axes.</param>
/// <param name="Rows">Names of rows, bottom first, in place of numbers on the upright axis.</param>
/// <param name="Marks">In the order in which they are drawn.</param>
internal sealed record FigureData(
    Scale X, Scale Y, int Width, int Height, float Right, IReadOnlyList<string>? Rows, IReadOnlyList<Mark> Marks)
{
    /// <summary>Whether it was drawn for a telephone.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>Whether there are lines behind the drawing.</summary>
    public bool HasGrid { get; init; } = true;

    /// <summary>Whether the axis below is there.</summary>
    public bool HasAcross { get; init; } = true;

    /// <summary>Whether the axis to the left is there.</summary>
    public bool HasUp { get; init; } = true;

    /// <summary>Pixels below everything.</summary>
    public int Longer { get; init; }

    /// <summary>Without axes it is a picture, which is made larger as a whole.</summary>
    private bool IsPicture => !HasAcross && !HasUp;

    /// <summary>As it was first drawn.</summary>
    public Figure Drawn(string name, string altText) => Paper.As(IsNarrow, () =>
    {
        SheetLayout native = Native;
        return On(native, native, name, altText);
    });

    /// <summary>
    /// The same on wider paper: the axes are divided anew, lines and points stand where their numbers are, words keep their size, and
    /// the area between the axes its shape.
    /// </summary>
    /// <param name="width">Pixels; less than it was first drawn on is taken as that.</param>
    /// <param name="name">Stem of the file names.</param>
    /// <param name="altText">What there is to see.</param>
    public Figure DrawnOn(int width, string name, string altText) => Paper.As(IsNarrow, () =>
    {
        SheetLayout native = Native;
        if (width <= Width || IsPicture) return On(native, native, name, altText);
        SheetLayout wide = new(X, Y, width, Height, Right, Rows);
        float tall = native.Area.Height * wide.Area.Width / native.Area.Width;
        return On(native, new(X, Y, width, (int)MathF.Round(Height + tall - wide.Area.Height), Right, Rows), name, altText);
    });

    private SheetLayout Native => new(X, Y, Width, Height, Right, Rows);

    private Figure On(SheetLayout native, SheetLayout layout, string name, string altText)
    {
        DrawnSheet sheet = new(this, native, layout);
        foreach (Mark mark in Marks) mark.AddTo(sheet);
        return new Figure(name, altText, sheet.Plot, layout.Width, layout.Height + Longer) { Data = this };
    }
}
