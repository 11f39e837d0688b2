using MlMaths.Torch.Figures;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.PcaClustering.Sections;

/// <summary>Clusters in pure noise, and what comes of using clusters as labels.</summary>
internal static class NoiseSection
{
    public static Section Of(PcaClusteringFindings findings, Measurements measurements)
    {
        NoiseFindings noise = findings.Noise;
        string[] names = [.. Enumerable.Range(1, NoiseFindings.Groups).Select(place => $"group {place}")];
        return new Section(
            "Would k-means find clusters in nothing?",
            [
                new Paragraph(
                    $"It would. These are {noise.Rows} rows of {noise.Columns} independent normal columns: "
                    + $"no groups at all. Asked for {NoiseFindings.Groups}, k-means gives {NoiseFindings.Groups}."),
                new FigureBlock(
                    ClusterMapFigure.Draw(
                        [.. noise.Scores.Select(score => score[0])], [.. noise.Scores.Select(score => score[1])],
                        noise.Labels, names, null, null, "noise-map"),
                    $"Three groups in pure noise: tidy, coloured and meaningless. Their mean silhouette is {noise.Silhouette:0.00}."),
                new Paragraph(
                    $"**Clusters used as labels.** Ask a classifier to predict the groups from the columns, "
                    + $"and it is right for {measurements["noise.predicted"]} of the rows, "
                    + $"on folds it was not trained on: of course, as the groups are a function of the columns. "
                    + $"Test whether the columns differ between the groups, and {noise.Significant} of {noise.Columns} "
                    + $"are “significant” at 5 %, where {0.05 * noise.Columns:0.0} would be by chance. Both numbers "
                    + $"are circular: they show that k-means cut where it cut, and nothing about the rows."),
                Callout.Note(
                    $"The verdict above sees through it: asked about this noise, "
                    + $"it says **{noise.Verdict.Finding.InWords()}**. {noise.Verdict.Sentence}"),
            ],
            $"Groups always come out, a classifier always learns them, and their columns always differ. "
            + $"Only a comparison with rows that have no clusters says whether there are any.");
    }
}
