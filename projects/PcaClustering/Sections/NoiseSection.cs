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
            "Would k-means find clusters in pure noise?",
            [
                new Paragraph(
                    $"It would. These are {noise.Rows} rows of {noise.Columns} independent normal columns: "
                    + $"there are no groups at all. Asked for {NoiseFindings.Groups}, k-means returns "
                    + $"{NoiseFindings.Groups}."),
                new FigureBlock(
                    ClusterMapFigure.Draw(
                        [.. noise.Scores.Select(score => score[0])], [.. noise.Scores.Select(score => score[1])],
                        noise.Labels, names, null, null, "noise-map"),
                    $"Three groups in pure noise: tidy, coloured and meaningless. Their mean silhouette is {noise.Silhouette:0.00}.")
                    .Told(),
                new Paragraph(
                    $"**Clusters used as labels.** Ask a classifier to predict the groups from the columns, "
                    + $"and it is right for {measurements["noise.predicted"].OfCount(noise.Labels.Count, "rows")}, "
                    + $"on folds it was not trained on: of course, as the groups are a function of the columns. "
                    + $"Test whether the columns differ between the groups, and {noise.Significant} of {noise.Columns} "
                    + $"are “significant” at 5 %, where {0.05 * noise.Columns:0.0} would be expected by chance. Both "
                    + $"numbers "
                    + $"are circular: they show where k-means made its cuts, and nothing about the rows."),
                Callout.Note(
                    $"The verdict above is not fooled: for this noise "
                    + $"it says **{noise.Verdict.Finding.InWords()}**. {noise.Verdict.Sentence}"),
            ],
            $"Groups always come out, a classifier always learns them, and their columns always differ. "
            + $"Only a comparison with rows that have no clusters tells whether there are any.");
    }
}
