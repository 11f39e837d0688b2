namespace MlMaths.Torch.Exercises.Plan;

/// <summary>A topic of the four areas, and where it is taught.</summary>
/// <param name="Area">One of the four.</param>
/// <param name="Name">The topic.</param>
/// <param name="Places">What one types, behind the launcher: a lesson, an exercise, a command.</param>
internal sealed record Topic(string Area, string Name, params IReadOnlyList<string> Places)
{
    private const string Algebra = "linear algebra", Chance = "probability and statistics", Change = "calculus", Descent = "optimisation";

    /// <summary>All of them: a test sees that each place is there.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new(Algebra, "vector addition, scaling, dot product", "learn lesson vectors", "learn 1"),
        new(Algebra, "norms as size", "learn lesson vectors", "learn 8"),
        new(Algebra, "matrix products, shape rules, transpose", "learn 3", "derivations linear-layer"),
        new(Algebra, "distance against similarity, cosine", "learn 1", "pca"),
        new(Algebra, "projection onto a direction", "learn lesson projection"),
        new(Algebra, "PCA as directions of most variance", "learn 2", "pca"),
        new(Algebra, "SVD, eigenvalues, variance explained", "learn 2", "pca"),
        new(Chance, "conditional probability", "learn lesson conditional-probability"),
        new(Chance, "independence and dependence", "learn lesson conditional-probability"),
        new(Chance, "base rates, rare events", "learn 5", "decision"),
        new(Chance, "Bernoulli, binomial, normal, Poisson", "distributions"),
        new(Chance, "mean, variance, deviation", "learn 6", "distributions"),
        new(Chance, "confidence intervals, sampling variability", "learn 6", "evaluate"),
        new(Chance, "correlation is not causation", "learn lesson correlation"),
        new(Chance, "precision, recall, F1", "learn 4"),
        new(Chance, "ROC AUC, PR AUC", "logistic", "metrics"),
        new(Chance, "MAE, RMSE", "regression"),
        new(Chance, "calibration", "learn 5", "decision"),
        new(Change, "derivative as rate of change", "learn 7", "calculus"),
        new(Change, "partial derivatives", "learn 7", "derivations linear-mse"),
        new(Change, "chain rule", "learn 9", "explain"),
        new(Change, "the gradient as steepest ascent", "learn 7", "calculus"),
        new(Change, "descent as repeated small steps", "learn 7", "calculus"),
        new(Change, "vanishing and exploding gradients", "learn 8", "net"),
        new(Descent, "mean squared error, cross-entropy", "derivations linear-mse", "derivations softmax-cross-entropy"),
        new(Descent, "SGD and mini-batches", "learn 10", "study batch"),
        new(Descent, "the learning rate as first control", "learn 10", "net"),
        new(Descent, "learning-rate schedules", "study schedule"),
        new(Descent, "size against speed against loss", "study width"),
        new(Descent, "L2", "learn 11", "derivations l2"),
        new(Descent, "dropout", "derivations dropout", "net"),
        new(Descent, "early stopping", "learn 11", "net"),
        new(Descent, "search of hyper-parameters", "learn 12", "net"),
        new(Descent, "what goes wrong in a training", "dojo", "doctor"),
    ];
}
