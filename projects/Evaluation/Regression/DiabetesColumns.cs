using MlMaths.Torch.Data;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>What the columns of the embedded diabetes data mean: their names alone do not say.</summary>
internal static class DiabetesColumns
{
    private const string Sha256 = "e1763faab71a12e52a302d513f9532af9ff5f1a18de6ca67ed91f9ede2f15364";

    /// <summary>Whether these rows are that file, byte for byte.</summary>
    public static bool Are(Dataset rows) => rows.Provenance.Sha256 == Sha256;

    public static MarkdownText Meaning { get; } =
        $" “progression” measures how far the illness had come one year after the columns were taken; the source gives it no unit. The "
        + $"columns are age in years, sex (coded 1 and 2), body mass index, mean blood pressure, and six values of the blood: s1 total "
        + $"cholesterol, s2 LDL, s3 HDL, s4 total cholesterol over HDL, s5 probably the logarithm of the triglycerides, s6 sugar.";
}
