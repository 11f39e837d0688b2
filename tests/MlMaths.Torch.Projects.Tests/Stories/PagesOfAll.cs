using MlMaths.Torch.Tests.Projects;

namespace MlMaths.Torch.Tests.Stories;

/// <summary>The quick page of every program, by the word that one types for it.</summary>
public sealed class PagesOfAll(
    QuickLogisticRun logistic, QuickPcaRun pca, QuickDecisionRun decision, QuickNetRun net, QuickEvaluationRun evaluation,
    QuickCalculusRun calculus, QuickDistributionsRun distributions, QuickRegressionRun regression, SmallPages small)
{
    public static IReadOnlyList<string> Names =>
        ["logistic", "pca", "decision", "net", "evaluate", "calculus", "distributions", "regression", .. SmallPages.Names];

    internal string Folder(string name) => name switch
    {
        "logistic" => logistic.Run.Folder!,
        "pca" => pca.Run.Folder!,
        "decision" => decision.Run.Folder!,
        "net" => net.Run.Folder!,
        "evaluate" => evaluation.Run.Folder!,
        "calculus" => calculus.Run.Folder!,
        "distributions" => distributions.Run.Folder!,
        "regression" => regression.Run.Folder!,
        _ => small.Folder(name),
    };
}
