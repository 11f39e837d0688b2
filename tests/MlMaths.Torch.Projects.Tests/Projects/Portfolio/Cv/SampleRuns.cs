using System.Globalization;
using System.Text.Json.Nodes;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// The runs that the written claims quote, as they were when the claims were written: another processor trains another net. With the
/// command and the predictions that are left out there; these have as many rows of each kind as the rates of the run say.
/// </summary>
/// <param name="home">The folder that they stand in.</param>
internal sealed class SampleRuns(string home)
{
    // Rows of training, validation and test; among these positive ones.
    private static readonly (string Verb, string Positive, (int All, int Positives)[] Rows)[] Samples =
    [
        ("logistic", "malignant", [(341, 127), (113, 42), (115, 43)]),
        ("decision", "fraud", [(27693, 288), (9231, 96), (9230, 117), (13846, 250)]),
        ("net", "", [(1078, 0), (359, 0), (360, 0)]),
        ("pca", "", []),
        ("evaluate", "malignant", [(0, 0), (454, 169), (115, 43)]),
        ("regression", "", []),
        ("calculus", "", []),
        ("distributions", "", []),
    ];

    private const string Quoted = "tests/MlMaths.Torch.Projects.Tests/Projects/Portfolio/Cv/Quoted";

    private static readonly string[] Splits = ["training", "validation", "test", "deployment"];

    public IReadOnlyList<FinishedRun> All() => [.. Samples.Select(one => Run(one.Verb, one.Positive, one.Rows))];

    private FinishedRun Run(string verb, string positive, (int All, int Positives)[] rows)
    {
        string folder = MadeRun.In(home, verb, isChanged: false),
            results = File.ReadAllText(Path.Combine(Repository.Folder, Quoted, $"{verb}.json"));
        JsonObject read = JsonNode.Parse(results)!.AsObject();
        foreach (string name in new[] { "sha256", "seal", "artifacts" }) read.Remove(name);
        File.WriteAllText(Path.Combine(folder, "results.json"), read.ToJsonString());
        if (rows.Length > 0) File.WriteAllLines(Path.Combine(folder, "predictions.csv"), Predictions(positive, rows));
        return FinishedRun.Open(folder);
    }

    /// <summary>The lines of a table of predictions with so many rows of each split and kind.</summary>
    public static IEnumerable<string> Predictions(string positive, (int All, int Positives)[] rows)
    {
        yield return "row,split,fold,target,score";
        int row = 0;
        foreach ((int split, (int all, int positives)) in rows.Index())
        {
            for (int i = 0; i < all; i++)
            {
                string target = i < positives ? positive : "other";
                yield return string.Create(CultureInfo.InvariantCulture, $"{row++},{Splits[split]},,{target},0.5");
            }
        }
    }
}
