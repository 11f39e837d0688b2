using MlMaths.Torch.Diagnosis;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.PcaClustering;

/// <summary>What k-means finds where there is nothing: as many rows and columns as the data has, all of them pure chance.</summary>
/// <param name="Rows">Rows that were drawn.</param>
/// <param name="Columns">Columns that were drawn, each standard normal by itself.</param>
/// <param name="Labels">The three groups that k-means makes of them.</param>
/// <param name="Scores">Their first two scores.</param>
/// <param name="Silhouette">Mean silhouette of the groups.</param>
/// <param name="Verdict">What the evidence says of them.</param>
/// <param name="PredictedShare">Share of rows whose group a nearest-mean classifier predicts, ten folds.</param>
/// <param name="Significant">Columns whose means differ between the groups at 5 %, by an F test that takes the groups as given.</param>
internal sealed record NoiseFindings(
    int Rows, int Columns, IReadOnlyList<int> Labels, double[][] Scores, double? Silhouette, ClusterVerdict Verdict,
    Interval PredictedShare, int Significant)
{
    public const int Groups = 3;

    private const int MaxRows = 600, MaxK = 5, Folds = 10;

    public static NoiseFindings Fit(VaryingRows data, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int n = Math.Min(MaxRows, (int)data.Training.size(0)), d = data.Columns.Count;
        var random = Seeds.Generator(seed, DrawnFor.Worlds, 1);
        double[] drawn = [.. Enumerable.Range(0, n * d).Select(_ => Normal.Draw(random))];
        Tensor X = TensorCopy.Of(drawn, [n, d], device: data.Device);
        IReadOnlyList<int> labels = KMeans.Fit(X, Groups, seed).Labels;
        double[][] rows = [.. drawn.Chunk(d)],
            scores = [.. PrincipalComponents.Fit(X, 2).Project(X).cpu().contiguous().data<double>().ToArray().Chunk(2)];
        return new NoiseFindings(
            n, d, labels, scores, LinearAlgebra.Silhouette.Of(X, labels).Mean,
            ClusterVerdict.From(ClusterEvidence.Gather(X, seed, maxK: MaxK)),
            WilsonInterval.Of(Predicted(rows, labels), n),
            Enumerable.Range(0, d).Count(column => PValue([.. rows.Select(row => row[column])], labels) < 0.05));
    }

    /// <summary>Rows whose group is that of the nearest mean, means taken without the row's own fold.</summary>
    private static int Predicted(double[][] rows, IReadOnlyList<int> labels)
    {
        int right = 0;
        for (int fold = 0; fold < Folds; fold++)
        {
            double[]?[] means = [.. Enumerable.Range(0, Groups)
                .Select(group => Mean([.. rows.Where((_, row) => labels[row] == group && row % Folds != fold)]))];
            right += Enumerable.Range(0, rows.Length).Count(row => row % Folds == fold && Nearest(rows[row], means) == labels[row]);
        }

        return right;
    }

    // Of few rows, all of a group may stand in the fold that is held out: then nothing is near its mean.
    private static double[]? Mean(double[][] rows) => rows.Length == 0 ? null :
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Average(row => row[column]))];

    private static int Nearest(double[] row, double[]?[] means) =>
        Enumerable.Range(0, means.Length).Where(group => means[group] is not null)
            .MinBy(group => means[group]!.Zip(row, (mean, x) => (x - mean) * (x - mean)).Sum());

    /// <summary>
    /// F = (Σ_g n_g (x̄_g − x̄)² / (G − 1)) / (Σ_g Σ (x − x̄_g)² / (n − G)), and how often it is larger if the
    /// groups do not differ (R. A. Fisher, 1925), which supposes that the groups were not made from x.
    /// </summary>
    private static double PValue(double[] values, IReadOnlyList<int> labels)
    {
        double mean = values.Average(), between = 0, within = 0;
        foreach (IGrouping<int, double> group in values.Index().GroupBy(value => labels[value.Index], value => value.Item))
        {
            double own = group.Average();
            between += group.Count() * (own - mean) * (own - mean);
            within += group.Sum(value => (value - own) * (value - own));
        }

        int degrees = values.Length - Groups;
        return FisherF.UpperTail(between / (Groups - 1) / (within / degrees), Groups - 1, degrees);
    }
}
