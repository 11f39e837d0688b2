using MlMaths.Torch.Reporting;
using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A completed run of every command, with numbers as real ones have them.</summary>
/// <param name="home">The folder that they stand in.</param>
internal sealed class MadeRuns(string home)
{
    public IReadOnlyList<FinishedRun> All() =>
    [
        Run("logistic", N("test.accuracy", 0.95652, 0.9022, 0.9813), N("test.precision", 0.89583, 0.7783, 0.9547),
            N("test.recall", 1, 0.91799, 1), N("test.f1", 0.94505, 0.8753, 0.9768), N("test.roc_auc", 0.99774, 0.95885, 0.99987),
            N("test.average_precision", 0.99647, 0.98, 0.99939), N("test.log_loss", 0.0724, 0.0256, 0.673, "nats per row"),
            N("test.saved_per_case", 0.14783, 0.00424, 0.5299, "units"), N("gradient.max_abs_difference", 0),
            N("newton.steps", 11, unit: "steps"), N("threshold.chosen", 0.090909)),
        Run("decision", N("test.roc_auc", 0.9276, 0.8983, 0.94847), N("test.average_precision", 0.38002, 0.2946, 0.47356),
            N("test.recall", 0.65812, 0.5684, 0.7378), N("test.precision", 0.19897, 0.1622, 0.2416),
            N("test.accuracy", 0.962, 0.958, 0.9658), N("baseline.accuracy", 0.98732, 0.98483, 0.98941),
            N("baseline.rate", 0.012676, 0.0106, 0.01517), N("test.ece", 0.00286, 0, 0.00454),
            N("cost.alert_none", 12676, 10546, 15117, "units"),
            N("cost.alert_all", 49492, 49395, 49578, "units"), N("saved.against_alert_none", 6579.63, 4879.46, 8586.07, "units"),
            N("saved.against_empirical", 258.94, -128.45, 946.79, "units"), N("alarm.false_rate", 0.00705, 0.005938, 0.008309),
            N("shift.estimated_rate", 0.034246, 0.0173, 0.0548), N("shift.true_rate", 0.043365, 0.033, 0.0567)),
        Run("net", N("test.accuracy", 0.96667, 0.94265, 0.98083), N("validation.accuracy", 0.99443),
            N("net.parameters", 17226, unit: "parameters"),
            N("preflight.blind_accuracy", 0.10028), N("cured.saved", 0.20249, 0.11405, 0.32147, "nats per row"),
            N("overfit.gap", 0.75331, 0.58971, 0.96381, "nats per row"), N("latency.batch1.p95_us", 1.022, 0.7359, 1.3845, "µs"),
            N("latency.module.batch1.p95_us", 11.967, 7.5786, 21.243, "µs")),
        Run("pca", N("kmeans.k", 3, how: "as the evidence suggests; the verdict is: clusters"),
            N("kmeans.stability", 0.87251, 0.74358, 0.98786),
            N("kmeans.silhouette", 0.26382, 0.24818, 0.27864), N("pca.ratio.pc1", 0.36667, 0.32745, 0.42255),
            N("pca.ways_difference", 4.996e-16), N("pca.components.kept", 3),
            N("pca.reconstruction.test", 0.34734, 0.28561, 0.43756, "per value"),
            N("leakage.difference", 0.020143, 0.011461, 0.033771, "per value")),
        Run("evaluate", N("compare.gain", -0.00074, -0.00428, 0.0028, how: "perceptron against logistic, ROC AUC, positive is better"),
            N("cv.folds", 50), N("splits.count", 200), N("splits.accuracy.sd", 0.015104), N("test.roc_auc", 0.99709, 0.95763, 0.9998),
            N("cv.roc_auc", 0.99331, 0.98498, 1), N("test.roc_auc.perceptron", 0.99451, 0.95288, 0.99935)),
        Run("regression", N("regression.r2", 0.44318, 0.23459, 0.59492), N("regression.rmse", 54.7616, 48.3462, 62.0283),
            N("regression.gain", 18.6895, 10.1463, 28.0813), N("regression.ways_difference", 1.9e-13), N("regression.condition", 20.263),
            N("regression.coverage.even", 0.952, 0.9438, 0.959)),
        Run("calculus", N("check.derivations", 17, unit: "gradients of losses and layers"), N("check.worst_autograd", 1.776e-15),
            N("check.worst_differences", 7.1e-10), N("check.planted_found", 1, 0.99961, 1), N("check.false_alarms", 0, 0, 0.00433),
            N("stable.nets_within_octave", 1, 0.6915, 1)),
        Run("distributions", N("chance.daily", 0.2743, 0.26816, 0.28053), N("chance.at_end", 0.0505, 0.04755, 0.05362),
            N("coverage.wilson_least", 0.93308), N("coverage.wald_least", 0.86386), N("poisson.ratio_bursts", 2.889, 2.7741, 3.0258),
            N("poisson.change_bursts", 0.247, 0.2339, 0.2606)),
    ];

    private FinishedRun Run(string verb, params Measurement[] numbers) =>
        FinishedRun.Open(MadeRun.In(home, verb, isChanged: false, numbers));

    private static Measurement N(string id, double value, double? low = null, double? high = null, string unit = "", string how = "") =>
        MadeRun.Number(id, value, low, high, unit, how);
}
