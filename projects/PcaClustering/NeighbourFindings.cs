using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.PcaClustering;

/// <summary>Who is near to whom, by distance and by angle: on the rows, and on digits whose pixels serve as embeddings.</summary>
/// <param name="K">Neighbours that were compared.</param>
/// <param name="Disagreement">On the standardised rows.</param>
/// <param name="RowOf">The row of the data set behind each compared row.</param>
/// <param name="Digits">The pictures, as they are.</param>
/// <param name="DigitDisagreement">On those.</param>
/// <param name="ByDistance">Share of digits whose nearest other digit, by distance, is the same.</param>
/// <param name="ByCosine">The same by cosine.</param>
/// <param name="Difference">By cosine less by distance, paired by digit.</param>
/// <param name="PValue">McNemar's exact test of no difference.</param>
internal sealed record NeighbourFindings(
    int K, NeighbourDisagreement Disagreement, int[] RowOf, Dataset Digits, NeighbourDisagreement DigitDisagreement,
    Interval ByDistance, Interval ByCosine, Interval Difference, double PValue)
{
    private const int Neighbours = 10, MaxRows = 2000, QuickDigits = 400, DigitPairs = 40;

    public static NeighbourFindings Of(VaryingRows data, PcaClusteringOptions options, int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int[] rows = [.. Enumerable.Range(0, data.Rows.Rows)];
        Seeds.Generator(seed, DrawnFor.Sample).Shuffle(rows);
        rows = [.. rows.Take(MaxRows).Order()];
        int k = Math.Min(Neighbours, rows.Length / 4);

        Dataset digits = DatasetCatalogue.Load("digits");
        if (options.Quick)
            digits = digits.Select([.. Enumerable.Range(0, QuickDigits)]);
        Tensor pixels = digits.X(data.Device);
        bool[] byDistance = SameLabel(digits, pixels, Nearness.Euclidean), byCosine = SameLabel(digits, pixels, Nearness.Cosine);
        McNemar test = McNemar.Of(byDistance, byCosine);
        return new NeighbourFindings(
            k, NeighbourDisagreement.Of(PreparedRows.Pick(data.All, rows), k), rows, digits,
            NeighbourDisagreement.Of(pixels, Neighbours, DigitPairs),
            Share(byDistance), Share(byCosine), test.Gain(digits.Rows), test.PValue);

        static Interval Share(bool[] right) => WilsonInterval.Of(right.Count(one => one), right.Length);
    }

    private static bool[] SameLabel(Dataset digits, Tensor pixels, Nearness nearness)
    {
        IReadOnlyList<IReadOnlyList<int>> nearest = NearestNeighbours.Search(pixels, 1, nearness).Indices;
        return [.. nearest.Select((others, row) => others.Count > 0 && digits.Labels[others[0]] == digits.Labels[row])];
    }
}
