namespace MlMaths.Torch.Figures;

/// <summary>A sheet on which a unit is as long across as up, so that distances between points are what they look like.</summary>
internal static class Plane
{
    private const int Width = 680, Shortest = 360, Tallest = 540;

    // Axes and their labels, about; what is left is the area.
    private const float BesideArea = 70, AboveAndBelow = 86;

    public static Sheet Sheet(string xLabel, string yLabel, IEnumerable<double> x, IEnumerable<double> y, float right = 20)
    {
        Scale across = Scale.Linear(FigureFont.Printable(xLabel), x), up = Scale.Linear(FigureFont.Printable(yLabel), y);
        double width = across.High - across.Low, height = up.High - up.Low;
        int wide = Paper.Fit(Width);
        double areaWidth = wide - BesideArea - (right - 20);
        int tall = (int)Math.Clamp(areaWidth * height / width + AboveAndBelow, Shortest, Tallest);
        double unit = Math.Max(width / areaWidth, height / (tall - AboveAndBelow));
        return new Sheet(Widened(across, unit * areaWidth), Widened(up, unit * (tall - AboveAndBelow)), wide, tall, right);
    }

    private static Scale Widened(Scale scale, double length)
    {
        double more = Math.Max(length - (scale.High - scale.Low), 0) / 2;
        return scale with { Low = scale.Low - more, High = scale.High + more };
    }

    /// <summary>The label of a principal component's axis, with its share of the variance where it is known.</summary>
    public static string Component(int number, double? ratio) =>
        ratio is double share ? $"PC{number} ({NumberText.Percent(share)} of the variance)" : $"PC{number}";
}
