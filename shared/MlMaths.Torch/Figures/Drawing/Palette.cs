using System.Collections.Immutable;

namespace MlMaths.Torch.Figures;

/// <summary>
/// Every colour that a figure may use. The hues are those of M. Okabe and K. Ito (Color Universal Design, 2008), which
/// people with any kind of colour blindness tell apart; their lightness is moved until a label in the colour of its line
/// reads at a contrast of 4.5 on both pages.
/// </summary>
internal static class Palette
{
    /// <summary>The page behind a figure, which itself has no background.</summary>
    public static readonly Ink Page = new("#FFFFFF", "#11161D");

    /// <summary>Words and chosen points.</summary>
    public static readonly Ink Text = new("#1F2933", "#E4E9EF");

    /// <summary>Words that may be read later: tick labels, reference lines.</summary>
    public static readonly Ink Muted = new("#52606D", "#A9B5C1");

    /// <summary>Axes.</summary>
    public static readonly Ink Frame = new("#7B8794", "#8A97A4");

    /// <summary>Grid lines: decoration, so fainter than anything that carries meaning.</summary>
    public static readonly Ink Grid = new("#E4E7EB", "#29323C");

    /// <summary>Rows of the positive class.</summary>
    public static readonly Ink Positive = new("#B84A00", "#FF9A5C");

    /// <summary>Rows of the negative class.</summary>
    public static readonly Ink Negative = new("#0072B2", "#56B4E9");

    /// <summary>Lines that are compared, in order of use; a ninth starts again. Names at the lines' ends tell them apart too.</summary>
    public static readonly ImmutableArray<Ink> Series =
    [
        Negative, Positive, new("#007A5A", "#2CC295"), new("#A2437C", "#E69AC4"), new("#856000", "#E0B13C"), new("#5B5BD6", "#A5A8F5"),
        Text, new("#C92A62", "#FF7BA5"),
    ];

    /// <summary>
    /// Lines that have an order, from the first to the last: from dark violet to pink on a light page, from yellow to pink on a
    /// dark one. The part of the map plasma (N. Smith and S. van der Walt, 2015) that reads there; its lightness rises steadily,
    /// which any eye sees.
    /// </summary>
    internal static readonly ImmutableArray<Ink> Ramp =
    [
        new("#2A0593", "#F7E425"), new("#4B03A1", "#FCCE25"), new("#6400A7", "#FEB82C"), new("#8004A8", "#FBA238"),
        new("#98149F", "#F58C46"), new("#AE2892", "#EC7754"), new("#BF3984", "#E56B5D"),
    ];

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Ink> All = [Page, Muted, Frame, Grid, .. Series, .. Ramp];

    private static readonly ImmutableArray<Ink> Others = Series.Remove(Text);

    internal static Ink Line(int index) => Series[index % Series.Length];

    /// <summary>Lines beside a chosen one, which has the colour of words.</summary>
    internal static Ink Beside(int index) => Others[index % Others.Length];

    /// <summary>The colour of one of so many lines that have an order.</summary>
    internal static Ink Ordered(int index, int count) =>
        Ramp[count < 2 ? 0 : (int)Math.Round((double)index * (Ramp.Length - 1) / (count - 1))];
}
