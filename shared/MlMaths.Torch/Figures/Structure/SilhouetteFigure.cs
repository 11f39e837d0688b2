using ScottPlot;

namespace MlMaths.Torch.Figures;

/// <summary>
/// How well each row sits in its cluster (P. J. Rousseeuw, 1987): a bar per row, sorted within its cluster; bars left of
/// zero are nearer to another cluster.
/// </summary>
public static class SilhouetteFigure
{
    // Bars thinner than this many pixels would be one area anyway.
    private const int MaxBars = 400;

    // Pixels above the bars, for the words at the mean.
    private const double MeanRow = 32;

    /// <summary>Draws the sorted bars of every cluster and the mean of all rows.</summary>
    /// <param name="silhouettes">One per row, −1 to 1; a row whose value is not a number is left out.</param>
    /// <param name="clusterOfRow">Index of each row's cluster.</param>
    /// <param name="mean">The mean silhouette; null where it is not defined.</param>
    /// <param name="names">Names of the clusters; null numbers them from 1.</param>
    /// <param name="name">Stem of the file names.</param>
    public static Figure Draw(
        IReadOnlyList<double> silhouettes, IReadOnlyList<int> clusterOfRow, double? mean, IReadOnlyList<string>? names = null,
        string name = "silhouette") => Paper.Both(() =>
    {
        (int Cluster, double[] Values)[] clusters = [.. Enumerable.Range(0, silhouettes.Count)
            .Where(row => double.IsFinite(silhouettes[row]) && clusterOfRow[row] >= 0)
            .GroupBy(row => clusterOfRow[row], row => silhouettes[row])
            .OrderBy(cluster => cluster.Key)
            .Select(cluster => (cluster.Key, cluster.OrderDescending().ToArray()))];
        int rows = clusters.Sum(cluster => cluster.Values.Length);
        double gap = Math.Max(rows * 0.02, 0.3), tall = rows + gap * (clusters.Length + 1);
        string[] words = [.. clusters.Select(cluster => Words(cluster.Cluster, cluster.Values, names))];
        int height = Math.Clamp(140 + clusters.Length * 60, 320, 640);
        var sheet = new Sheet(
            new Scale("silhouette", Math.Min(clusters.SelectMany(cluster => cluster.Values).DefaultIfEmpty(0).Min() - 0.03, -0.1), 1.01),
            new Scale("", 0, Math.Max(tall, 1) * (1 + MeanRow / height)), height: height,
            right: EndLabels.RoomFor(words), rows: []);
        var labels = new EndLabels();
        double top = tall - gap;
        for (int i = 0; i < clusters.Length; i++)
        {
            double[] values = clusters[i].Values;
            DrawBars(sheet, values, top, stride: rows / MaxBars + 1, Palette.Line(clusters[i].Cluster));
            labels.Add(words[i], Palette.Line(clusters[i].Cluster), sheet.X.High, top - values.Length / 2.0);
            top -= values.Length + gap;
        }
        sheet.Upright(0, Palette.Frame, LinePattern.Solid);
        if (mean is double average) DrawMean(sheet, average);
        labels.Draw(sheet);
        if (rows == 0) sheet.Note("no silhouette is defined");
        return sheet.Finish(name, AltText(clusters, mean, names));
    });

    // One outline of steps per cluster; where several rows share a step, it has their mean.
    private static void DrawBars(Sheet sheet, double[] falling, double top, int stride, Ink ink)
    {
        List<Coordinates> outline = [new(0, top)];
        for (int start = 0; start < falling.Length; start += stride)
        {
            int end = Math.Min(start + stride, falling.Length);
            double value = falling[start..end].Average();
            outline.Add(new Coordinates(value, top - start));
            outline.Add(new Coordinates(value, top - end));
        }
        outline.Add(new Coordinates(0, top - falling.Length));
        sheet.Fill(outline, ink, opacity: 0.75);
    }

    private static void DrawMean(Sheet sheet, double mean)
    {
        bool toLeft = mean > 0.6;
        sheet.Upright(mean, Palette.Text);
        sheet.Text($"mean {NumberText.Fixed(mean, 2)}", mean, sheet.Y.High, Palette.Text,
            toLeft ? Alignment.UpperRight : Alignment.UpperLeft, dx: toLeft ? -7 : 7, dy: 2);
    }

    private static string NameOf(int cluster, IReadOnlyList<string>? names) =>
        names is not null && cluster < names.Count ? names[cluster] : $"cluster {cluster + 1}";

    private static string Words(int cluster, double[] values, IReadOnlyList<string>? names) =>
        $"{FigureFont.Fit(NameOf(cluster, names), Sheet.TextSize, 130)}: {NumberText.Fixed(values.Average(), 2)}";

    private static string AltText((int Cluster, double[] Values)[] clusters, double? mean, IReadOnlyList<string>? names)
    {
        if (clusters.Length == 0) return "No row has a silhouette.";
        int wrong = clusters.Sum(cluster => cluster.Values.Count(value => value < 0)),
            rows = clusters.Sum(cluster => cluster.Values.Length);
        IEnumerable<string> each = clusters.Select(cluster =>
            $"{NameOf(cluster.Cluster, names)} {NumberText.Fixed(cluster.Values.Average(), 2)} over "
            + $"{NumberText.Count(cluster.Values.Length)} rows");
        string over = mean is double average ? $"mean {NumberText.Fixed(average, 2)}; " : "";
        return $"Silhouettes: {over}{string.Join(", ", each)}. "
            + $"{NumberText.Count(wrong)} of {NumberText.Count(rows)} rows lie nearer to another cluster.";
    }
}
