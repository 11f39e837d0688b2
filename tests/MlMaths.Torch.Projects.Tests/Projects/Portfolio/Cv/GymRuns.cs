using System.Text.Json;
using System.Text.Json.Nodes;
using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// Four runs as a person made them who came with a table of 320 members of a gym, and of wine beside it: weak models, wide intervals, and
/// the same metric in two runs.
/// </summary>
/// <param name="home">The folder that they stand in.</param>
internal sealed class GymRuns(string home)
{
    public IReadOnlyList<FinishedRun> All() =>
    [
        Run("logistic", Gym with { Positive = "yes" }, [(192, 70), (64, 23), (64, 24)],
            N("test.accuracy", 0.6875, 0.566077, 0.787689), N("test.precision", 0.611111, 0.38619, 0.796948),
            N("test.recall", 0.458333, 0.278913, 0.649251), N("test.specificity", 0.825, 0.6805, 0.912546),
            N("test.f1", 0.52381, 0.348699, 0.693255), N("test.roc_auc", 0.673958, 0.522475, 0.796137),
            N("test.average_precision", 0.517746, 0.325273, 0.705093), N("test.brier", 0.220747, 0.174206, 0.289093),
            N("test.cost_per_case", 0.3125, 0.223106, 0.454064, unit: "units"), N("test.saved_per_case", 0, unit: "units"),
            N("gradient.max_abs_difference", 0), N("newton.steps", 5, unit: "steps"), N("weights.sign_open", 17, unit: "weights"),
            N("steps.indicators.gain", -0.007139, -0.052506, 0.038228)),
        Run("regression", Gym with { Target = "bar_spend_eur" }, [(240, 0), (0, 0), (80, 0)],
            N("regression.rmse", 11.162416, 9.405283, 13.247823), N("regression.mae", 9.383332, 8.031047, 10.963318),
            N("regression.r2", 0.454614, 0.204423, 0.626126), N("regression.gain", 3.965007, 1.923053, 6.253924),
            N("regression.baseline.rmse", 15.127423, 12.942778, 17.68082), N("regression.cv.rmse", 11.180599, 10.359799, 12.001398),
            N("regression.cv.mae", 9.312407, 8.574283, 10.050531), N("regression.cv.r2", 0.493911, 0.382569, 0.605253),
            N("regression.cv.gain", 4.980839, 3.493267, 6.46841), N("regression.condition", 6.526407),
            N("regression.ways_difference", 8.789e-14), N("regression.absolute.largest_pull", 1.0),
            N("regression.wild.mae", 20.269345), N("regression.wild.absolute.mae", 9.30252),
            N("regression.weights.known", 6, how: "of 19: the 95 % t interval excludes zero"), N("regression.spread.p", 0.265686),
            N("regression.coverage.even", 0.948211, 0.942316, 0.953368),
            N("regression.coverage.growing", 0.948632, 0.943143, 0.953579)),
        Run("evaluate", Gym with { Positive = "yes" }, [(0, 0), (256, 93), (64, 24)],
            N("test.accuracy", 0.671875, 0.549991, 0.774294), N("test.recall", 0.333333, 0.179722, 0.532937),
            N("test.balanced_accuracy", 0.604167, 0.501544, 0.709995), N("test.roc_auc", 0.721875, 0.571263, 0.834872),
            N("test.roc_auc.perceptron", 0.716667, 0.570444, 0.828113), N("test.roc_auc.one_column", 0.708854, 0.559591, 0.823486),
            N("cv.accuracy", 0.703017, 0.617939, 0.788094), N("cv.recall", 0.397661, 0.279261, 0.516061),
            N("cv.balanced_accuracy", 0.637656, 0.549488, 0.725824), N("cv.roc_auc", 0.709788, 0.599531, 0.820044),
            N("cv.roc_auc.perceptron", 0.663391, 0.550958, 0.775824), N("cv.roc_auc.one_column", 0.72665, 0.645999, 0.807301),
            N("cv.folds", 10),
            N("compare.gain", -0.046397, -0.12369, 0.030897, how: "perceptron against logistic, ROC AUC, positive is better"),
            N("compare.p_value", 0.207563, how: "perceptron against logistic"), N("compare.p_value_naive", 0.031922),
            N("splits.count", 40), N("splits.accuracy.sd", 0.045379), N("leakage.selection.difference", 0.5, 0.293058, 0.706942),
            N("steps.indicators.gain", -0.005046, -0.059805, 0.049713)),
        Run("pca", new("wine", 178, 13, "cultivar", null, ""), [],
            N("pca.ratio.pc1", 0.366665, 0.333572, 0.432374), N("pca.ratio.pc2", 0.190113, 0.16372, 0.213294),
            N("pca.raw.ratio.pc1", 0.998052), N("pca.components.kept", 3),
            N("pca.reconstruction.test", 0.347339, 0.281877, 0.436619, unit: "per value"),
            N("kmeans.k", 3, how: "as the evidence suggests; the verdict is: clusters"),
            N("kmeans.silhouette", 0.263818, 0.248433, 0.279275), N("kmeans.stability", 0.872512, 0.743577, 0.987861),
            N("agreement.adjusted_rand", 0.79737, 0.695583, 0.890384),
            N("leakage.difference", 0.020143, 0.012552, 0.034181, unit: "per value")),
    ];

    private static DataDescription Gym => new("gym", 320, 19, "cancelled", null, "");

    private FinishedRun Run(string verb, DataDescription data, (int All, int Positives)[] rows, params Measurement[] numbers)
    {
        string folder = MadeRun.In(home, verb, isChanged: false, numbers), results = Path.Combine(folder, "results.json");
        JsonObject read = JsonNode.Parse(File.ReadAllText(results))!.AsObject();
        read["data"] = JsonSerializer.SerializeToNode(data, RunManifest.Format);
        File.WriteAllText(results, read.ToJsonString());
        if (rows.Length > 0) File.WriteAllLines(Path.Combine(folder, "predictions.csv"), SampleRuns.Predictions("yes", rows));
        return FinishedRun.Open(folder);
    }

    private static Measurement N(
        string id, double? value, double? low = null, double? high = null, string unit = "", string how = "") =>
        MadeRun.Number(id, value, low, high, unit, how);
}
