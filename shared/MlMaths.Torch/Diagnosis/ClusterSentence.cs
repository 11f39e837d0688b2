using System.Globalization;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Diagnosis;

/// <summary>A verdict on clusters in one sentence, each half of it a rule that held or failed.</summary>
internal static class ClusterSentence
{
    public static string Of(ClusterFinding finding, ClusterEvidence evidence, IReadOnlyList<string>? columns) => finding switch
    {
        ClusterFinding.Clusters => $"There are {Number(evidence.Groups)} clusters: {Apart(evidence.Groups)}{Sampled(evidence)}.",
        ClusterFinding.OneColumn =>
            $"There are no clusters here: what looks like two is the values of {Name(evidence.Groups.Refused!.OneColumn!.Value, columns)}, "
            + $"and the rows are not apart in the other columns{Sampled(evidence)}.",
        ClusterFinding.WeakStructure => $"There is some structure, but no clusters: {Refusal(evidence)}{Sampled(evidence)}.",
        ClusterFinding.None =>
            $"There are no clusters here: wherever these rows are cut in two, what lies along the line between the halves "
            + $"has one mode ({Smallest(evidence)}){Sampled(evidence)}.",
        ClusterFinding.BatchArtefact => string.Create(CultureInfo.InvariantCulture,
            $"The groups are the batches (purity {evidence.BatchAgreement:0.00}), "
            + $"and vanish when each batch is centred: a batch effect, not groups in the data{Sampled(evidence)}."),
    };

    public static string WithinBatches(ClusterEvidence centred) =>
        $"There are {Number(centred.Groups)} clusters, seen once each batch is centred: {Apart(centred.Groups)}; "
        + $"before that, the offsets between the batches split or hide them{Sampled(centred)}.";

    // What was not tried cannot be ruled out.
    private static string Number(SeparatedGroups groups) =>
        groups.K < SeparatedGroups.DefaultMaxK ? $"{groups.K}" : $"{groups.K} or more";

    private static string Apart(SeparatedGroups groups)
    {
        double p = groups.Pairs.Max(pair => Math.Max(pair.StraightP, pair.AlongP ?? 1));
        double full = groups.Pairs.Max(pair => pair.Fullness ?? 0);
        string between = groups.K == 2 ? "the two" : "any two of them";
        return string.Create(CultureInfo.InvariantCulture,
            $"between {between} the rows have two modes, along the straight line and along the rows "
            + $"(dip tests, {ClusterRule.Equation(p)}), "
            + $"and the fullest way from one to the other leads through a place with {full:0.00} times as many rows as usual");
    }

    private static string Refusal(ClusterEvidence evidence)
    {
        Separation refused = evidence.Groups.Refused!;
        return !refused.IsLargeEnough
            ? $"what stands out is {refused.SmallerSide} of {evidence.Rows} rows, a few outlying rows and no group"
            : refused.Fullness > Separation.MostFull
                ? string.Create(CultureInfo.InvariantCulture,
                    $"a gap along the straight line is bridged by the rows themselves, whose fullest way across has "
                    + $"{refused.Fullness:0.00} times as many rows as usual at its emptiest place; it is a bend or a ring")
                : refused.Apart is { } apart
                ? string.Create(CultureInfo.InvariantCulture,
                    $"along the rows the two parts that come nearest to it have medians {apart:0.00} of their median deviations apart, "
                    + $"less than the {refused.LeastApartHere:0.##} that is asked: they reach to where they meet, as parts of a curve do")
                : $"a gap along the straight line is none along the rows ({ClusterRule.Equation(refused.AlongP ?? 1)}), "
                    + "which bend around it";
    }

    private static string Smallest(ClusterEvidence evidence) => evidence.Smallest is { } smallest
        ? string.Create(CultureInfo.InvariantCulture, $"two equal groups {smallest:0.#} of their deviations apart would have shown")
        : "so few rows would not have shown two groups even ten of their deviations apart";

    private static string Name(int column, IReadOnlyList<string>? columns) =>
        columns is null ? $"column {column + 1}" : columns[column];

    private static string Sampled(ClusterEvidence evidence) => evidence.Note is null ? "" : $" ({evidence.Note})";
}
