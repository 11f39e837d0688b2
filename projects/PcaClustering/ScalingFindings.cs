using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.PcaClustering;

/// <summary>The first component of the columns as they are, beside that of standardised columns; training rows only.</summary>
/// <param name="Deviations">Of each column, in its own unit.</param>
/// <param name="RawShare">Each column's share of the raw PC1: its squared loading.</param>
/// <param name="StandardisedShare">The same of standardised columns.</param>
/// <param name="RawRatio">Share of the variance that the raw PC1 explains.</param>
/// <param name="StandardisedRatio">The same of standardised columns.</param>
internal sealed record ScalingFindings(
    IReadOnlyList<double> Deviations, IReadOnlyList<double> RawShare, IReadOnlyList<double> StandardisedShare,
    double RawRatio, double StandardisedRatio)
{
    /// <summary>The column that weighs most in the raw PC1.</summary>
    public int RawOwner => RawShare.Index().MaxBy(share => share.Item).Index;

    /// <summary>The column that weighs most in the standardised PC1.</summary>
    public int StandardisedOwner => StandardisedShare.Index().MaxBy(share => share.Item).Index;

    /// <summary>Whether one column is more than half of the raw PC1.</summary>
    public bool IsOwned => RawShare[RawOwner] > 0.5;

    /// <summary>How many times the largest deviation is the smallest.</summary>
    public double DeviationRatio => Deviations.Max() / Deviations.Min();

    /// <summary>The owner's share of the summed raw variance: what the raw total variance is made of.</summary>
    public double OwnersVariance => Deviations[RawOwner] * Deviations[RawOwner] / Deviations.Sum(deviation => deviation * deviation);

    public static ScalingFindings Fit(VaryingRows data)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor rows = data.RawOf(data.Split.Training), deviations = rows.std([0], unbiased: false);
        var raw = PrincipalComponents.Fit(rows, 1);
        var standardised = PrincipalComponents.Fit((rows - rows.mean([0])) / deviations, 1);
        return new ScalingFindings(
            [.. deviations.cpu().data<double>()], Squares(raw), Squares(standardised), raw.Ratio[0],
            standardised.Ratio[0]);
    }

    private static double[] Squares(PrincipalComponents fit) => [.. fit.Components[0].Select(loading => loading * loading)];
}
