namespace MlMaths.Torch.Exercises.Plan;

/// <summary>The six weeks.</summary>
internal static class PlanCatalogue
{
    private static readonly Resource LinearAlgebra = new("3Blue1Brown: Essence of Linear Algebra",
        "https://www.3blue1brown.com/topics/linear-algebra");
    private static readonly Resource Calculus = new("3Blue1Brown: Essence of Calculus", "https://www.3blue1brown.com/topics/calculus");
    private static readonly Resource Statistics = new("Khan Academy: Statistics and Probability",
        "https://www.khanacademy.org/math/statistics-probability");
    private static readonly Resource StatQuest = new("StatQuest: gradient descent, step by step", "https://www.youtube.com/c/joshstarmer");
    private static readonly Resource Cs229 = new("Stanford CS229: lecture notes", "https://cs229.stanford.edu/");
    private static readonly Resource Validation = new("scikit-learn: cross-validation",
        "https://scikit-learn.org/stable/modules/cross_validation.html");
    private static readonly Resource Metrics = new("scikit-learn: metrics and scoring",
        "https://scikit-learn.org/stable/modules/model_evaluation.html");
    private static readonly Resource Autograd = new("PyTorch: a gentle introduction to autograd",
        "https://pytorch.org/tutorials/beginner/blitz/autograd_tutorial.html");
    private static readonly Resource Loop = new("PyTorch: the training loop",
        "https://pytorch.org/tutorials/beginner/introyt/trainingyt.html");
    private static readonly Resource Beginner = new("TensorFlow: quickstart for beginners",
        "https://www.tensorflow.org/tutorials/quickstart/beginner");

    /// <summary>In their order.</summary>
    public static IReadOnlyList<PlanWeek> Weeks { get; } =
    [
        new(1, "Shapes and similarity", "vectors, dot product, norms and shapes",
            "cosine similarity, principal components, a shape checker",
            "a repository with a short README: what cosine similarity is, and why it matters")
        {
            Lessons = ["vectors", "projection"],
            Runs = [new("pca", "pca-clustering") { Figures = ["digits-by-cosine", "scree", "biplot"] }],
            Resources = [LinearAlgebra, Cs229],
            Paragraph = "What is cosine similarity, and when is it the wrong measure? Explain it to somebody who has never heard of "
                + "vectors.",
        },
        new(2, "Linear models", "linear and logistic regression, tied to vectors and matrices",
            "a gradient by hand, and a decision boundary",
            "a repository with a training loop, a loss curve and an evaluation")
        {
            Runs = [new("logistic", "logistic-regression"), new("regression", "linear-regression")],
            AlsoType = ["check logistic-bce", "derivations linear-mse"],
            Resources = [Cs229, StatQuest],
            Paragraph = "What did the loss curve tell you, and which threshold did you choose? Say what an error of either kind "
                + "would cost.",
        },
        new(3, "Probability, metrics, imbalance", "base rates, the confusion matrix, precision against recall",
            "four counts, and a threshold from costs",
            "a report that explains the choice of a metric in plain English")
        {
            Lessons = ["conditional-probability", "correlation"],
            Runs =
            [
                new("decision", "imbalanced-decision") { Figures = ["policy-costs", "precision-recall", "roc"] },
                new("distributions", "distributions"),
            ],
            Resources = [Statistics, Metrics],
            Paragraph = "Which metric did you choose for rare positives, and why not accuracy? Name the cost story behind the threshold.",
        },
        new(4, "Calculus and autograd", "derivative, chain rule, gradient descent", "one step down, the norm of a gradient, a tape",
            "a page that explains gradients, with a short “what autograd does”")
        {
            Runs = [new("calculus", "calculus")],
            AlsoType = ["explain \"(w*x - y)^2\" w=0.5 x=2 y=3", "check", "derivations"],
            Resources = [Calculus, Autograd],
            Paragraph = "What does autograd do? In 150 words, with one example that you worked out by hand.",
        },
        new(5, "Evaluation the professional way", "training, validation and test; cross-validation; leakage",
            "the wobble of a split, two models compared",
            "an evaluation pack with results and a discussion of metrics")
        {
            Runs = [new("evaluate", "evaluation-pack"), new("pca", "pca-clustering")],
            AlsoType = ["leakage"],
            Resources = [Validation, Metrics],
            Paragraph = "Is the better model better? Say how far a single split can be trusted, with the interval that you measured.",
        },
        new(6, "Optimisation, and a small net", "SGD, batch size, schedules, regularisation",
            "three learning rates, seven strengths, a small search; studies of batch size, width and two schedules; broken trainings "
                + "mended",
            "a clean repository: data, model, loss, optimiser, evaluation, and what to improve next")
        {
            Runs =
            [
                new("net", "neural-net"), new("study batch", "study", "batch."), new("study width", "study", "width."),
                new("study schedule", "study", "schedule."),
            ],
            AlsoType = ["dojo"],
            HasDojo = true,
            Resources = [Loop, Beginner],
            Paragraph = "What would you improve next, and which number would tell you that it worked? Mention the service time that "
                + "you measured.",
        },
    ];

    /// <summary>What most applied jobs do not ask for.</summary>
    public static string MayWait { get; } =
        "linear algebra by proofs, measure theory, calculus beyond chain rule and gradients, abstract optimisation theory, advanced "
            + "information "
        + "theory: for research roles, and not the fastest way to be ready";
}
