using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>A value on the axis across that an upright line marks.</summary>
/// <param name="X">The value.</param>
/// <param name="Words">What stands beside the line's upper end.</param>
/// <param name="Ink">The colour of both.</param>
/// <param name="Pattern">Dashes; null draws it whole.</param>
internal sealed record UprightMark(double X, string Words, Ink Ink, LinePattern? Pattern = null)
{
    /// <summary>An interval of the value, behind the line; null draws none.</summary>
    public (double Low, double High)? Band { get; init; }

    public float Width => FigureFont.Width(Words, Sheet.TextSize);
}
