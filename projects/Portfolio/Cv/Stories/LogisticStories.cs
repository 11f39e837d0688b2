using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Stories;

/// <summary>Project 1: a ranking, a priced threshold, a gradient by hand.</summary>
internal static class LogisticStories
{
    public static IEnumerable<CvStory> Of(RunNumbers run)
    {
        Measurement auc = run["test.roc_auc"], precision = run["test.average_precision"], saved = run["test.saved_per_case"],
            recall = run["test.recall"], gradient = run["gradient.max_abs_difference"], steps = run["newton.steps"];
        yield return new(
            "logistic regression from scratch",
            $"Wrote logistic regression from scratch in C#; held-out ROC AUC {auc}.",
            $"Implemented logistic regression from scratch in C#, gradient and Hessian derived by hand: held-out ROC AUC "
            + $"{auc}, {auc:range}.",
            $"Implemented logistic regression from scratch in C#, with loss, gradient and Hessian derived by hand; ranked "
            + $"held-out rows, scored once, with a ROC AUC of {auc}, {auc:range}, and average precision {precision}.");
        yield return new(
            "a threshold from the costs of errors",
            $"Set a threshold from error costs, saving {saved} per case.",
            $"Chose a classifier's threshold from the costs of errors: {saved} saved per held-out case against one half, {saved:range}.",
            $"Chose a classifier's threshold from the costs of both errors, tried on validation rows; on held-out rows it "
            + $"saved {saved} per case against one half, {saved:range}, at a recall of {recall}.");
        yield return new(
            "a gradient by hand",
            $"Derived a logistic gradient by hand; it matches autograd {gradient:agreement}.",
            $"Derived loss, gradient and Hessian of logistic regression by hand; the gradient matches autograd "
            + $"{gradient:agreement}, damped Newton needs {steps}.",
            $"Derived the loss, gradient and Hessian of penalised logistic regression by hand and wrote them in C# on "
            + $"TorchSharp; the gradient matches autograd {gradient:agreement} in float64, and a damped Newton method solves it "
            + $"in {steps}.");
    }
}
