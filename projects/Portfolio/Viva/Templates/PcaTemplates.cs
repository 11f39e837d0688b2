using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>pca</c>.</summary>
internal static class PcaTemplates
{
    private const string First = "pca.ratio.pc1", Second = "pca.ratio.pc2", Raw = "pca.raw.ratio.pc1", Kept = "pca.components.kept",
        Turn = "outlier.degrees", Noise = "noise.predicted", Rand = "agreement.adjusted_rand", Silhouette = "kmeans.silhouette",
        OfNoise = "noise.silhouette";

    public static IReadOnlyList<Template> All =>
        [TwoComponents, Residual, ScoresShape, CovarianceShape, Angle, Unscaled, NoiseGroups, RandMeans, Tightness];

    private static Template TwoComponents { get; } = new("pca.two-components", Area.Algebra, 1, 1, "learn lesson 2", [First, Second], run =>
        new(
            $"PC1 explains {run.Say(First)} of the variance and PC2 {run.Say(Second)}. What share of the variance does a plot of the "
            + "two show?",
            new NumberKey(
                run[First] + run[Second], Closeness.Share,
                new("the product; variances along perpendicular axes add up", run[First] * run[Second]),
                new("the mean of the two", (run[First] + run[Second]) / 2)),
            "The axes are perpendicular.",
            "Variances along perpendicular axes add up.",
            new(
                "What is the covariance between the scores on the two?",
                "Zero on the rows they were fitted to: the axes are eigenvectors of the covariance matrix, so it is diagonal in them.")));

    private static Template Residual { get; } = new("pca.residual", Area.Algebra, 1, 2, "learn lesson projection", [First, Second], run =>
        run.IsTyped("--scaling") || run[First] + run[Second] > 0.98 ? null : new(
            $"Your columns are standardised. PC1 explains {run.Say(First)} of their variance, PC2 {run.Say(Second)}. You keep these two "
            + "and reconstruct the training rows. What is the mean squared error per value?",
            new NumberKey(
                1 - run[First] - run[Second], Closeness.Share,
                new("what is kept, not what is lost", run[First] + run[Second]),
                new("its root, and a squared error was asked for", Math.Sqrt(1 - run[First] - run[Second]))),
            "A standardised column has a variance of 1.",
            "Each value has a variance of 1, and what the two axes do not hold is lost.",
            new("And on held-out rows?", "A little more: the axes were turned to suit the training rows.")));

    private static Template ScoresShape { get; } = new("pca.scores-shape", Area.Algebra, 1, 1, "learn lesson 3", [Kept], run =>
    {
        if (run.Data is not { } data || run[Kept] < 1) return null;
        int rows = run.Draw(50, 80, 120), kept = (int)run[Kept];
        return new(
            $"You keep {Counted.Of(kept, "component")}. X holds {rows} centred rows of your {data.Columns} columns, and V has a "
            + "component in "
            + "each column. What is the shape of XV?",
            new ShapeKey(rows, kept),
            "Inner sizes must agree, and they vanish.",
            $"[{rows}, {data.Columns}] · [{data.Columns}, {kept}].",
            new("And XVVᵀ?", $"[{rows}, {data.Columns}] again: the rows as the components show them."));
    });

    private static Template CovarianceShape { get; } = new("pca.covariance-shape", Area.Algebra, 1, 1, "learn lesson 3", [First], run =>
    {
        if (run.Data is not { Columns: > 1 and { } d }) return null;
        int rows = run.Draw(50, 80, 120);
        return new(
            $"X holds {rows} centred rows of your {d} columns. The covariance is XᵀX/{rows - 1}. What is its shape?",
            new ShapeKey(d, d),
            "The rows are summed over.",
            $"[{d}, {rows}] · [{rows}, {d}].",
            new("How many of its eigenvalues can be above zero?", $"At most {Math.Min(d, rows - 1)}: columns, or rows less the mean."));
    });

    private static Template Angle { get; } = new("pca.angle", Area.Algebra, 1, 2, "learn lesson vectors", [Turn], run =>
    {
        double cosine = Math.Cos(run[Turn] * Math.PI / 180);
        return Math.Abs(cosine) < 0.01 || run[Turn] < 15 ? null : new(
            $"One planted row turned your first axis by {run.Say(Turn)}. What is the cosine between the old and the new axis?",
            new NumberKey(
                cosine, Closeness.Relative,
                new("the cosine of radians", Math.Cos(run[Turn])), new("the sine", Math.Sin(run[Turn] * Math.PI / 180))),
            "Perpendicular is 0, the same direction is 1.",
            $"cos {run.Say(Turn)}.",
            new("And had it turned by 180 degrees?", "Nothing would have changed: the sign of an axis is arbitrary."));
    });

    private static Template Unscaled { get; } = new("pca.unscaled", Area.Algebra, 1, 2, "learn lesson 2", [Raw, First], run =>
        run[Raw] < run[First] + 0.1 ? null : new(
            $"Without scaling, PC1 explained {run.Say(Raw)} of the variance; with standardised columns {run.Say(First)}. What does the "
            + "larger number tell you?",
            ChoiceKey.Of(
                run.Chance,
                "That one column, or a few, have much larger numbers than the others: the axis follows their unit.",
                "That the raw rows lie nearly on one line, and standardising hides it.",
                "That the components of raw columns generalise better.",
                "That standardising adds noise to the small columns."),
            "What would happen if grams became milligrams?",
            "Variance has the square of a unit in it, so the column with the largest numbers is PC1.",
            new("When would you not standardise?", "Where all columns have one unit that means something, such as pixels.")));

    private static Template NoiseGroups { get; } = new("pca.noise-groups", Area.Chance, 5, 3, "learn lesson 6", [Noise], run => new(
        $"You clustered pure noise, and then predicted the groups with an accuracy of {run.Say(Noise)}. What does that prove?",
        new TextKey(
            "The groups were cut from the same columns that predict them, so that it goes in a circle.",
            "It would come out high for any table, with groups or without.",
            "Evidence has to come from outside: stability on other rows, a statistic against a reference without groups, a label not "
            + "used."),
        "Which columns were the groups made of?",
        "Nothing about groups. k-means cuts space into cells by these very columns, so a classifier finds the cells again: "
        + $"{run.Say(Noise)} "
        + "here, with no group in the data. I would look for evidence from outside: whether clusters come back on other rows, and whether "
        + "they beat data without structure.",
        new("Would a held-out set help?", "No: the labels of the held-out rows come from the same cut.")));

    private static Template RandMeans { get; } = new("pca.rand", Area.Chance, 5, 2, "learn lesson 2", [Rand], run => new(
        $"Your clusters agree with the target at an adjusted Rand index of {run.Say(Rand)}. What does the word adjusted stand for?",
        ChoiceKey.Of(
            run.Chance,
            "Groups dealt at random get 0 on average, and equal partitions get 1.",
            "It is the share of rows in the right group, after the best renaming.",
            "It was corrected for the number of columns.",
            "It is the Rand index of the test rows, less that of the training rows."),
        "What would plain agreement of pairs be for random groups?",
        "Pairs agree often by chance alone, and that part is taken off.",
        new("Can it be negative?", "Yes, a little: groups may agree less than chance would make them.")));

    private static Template Tightness { get; } = new("pca.tightness", Area.Chance, 5, 2, "learn lesson 2", [Silhouette, OfNoise], run =>
    {
        bool isClear = run.Measured(Silhouette).Low > run[OfNoise];
        string above = "The rows are in tighter groups than three groups of noise would be; that alone does not make the groups real.",
            within = "The rows are in no tighter groups than noise would be, as far as the interval tells.";
        return run.Measured(Silhouette).Low is null ? null : new(
            $"Your mean silhouette is {run.SayWhole(Silhouette)}; three groups of pure noise got {run.Say(OfNoise)}. What follows?",
            ChoiceKey.Of(
                run.Chance, isClear ? above : within, isClear ? within : above,
                "There are as many real groups as were drawn, because a silhouette is above zero.",
                "Nothing can be said, because a silhouette has no unit."),
            "Compare the lower end with what noise got.",
            $"The lower end, {Brief(run.Measured(Silhouette).Low!.Value)}, lies {(isClear ? "above" : "not above")} what noise got.",
            new("What else would you ask of a cluster?", "That it comes back when other rows are drawn, and that somebody can use it."));
    });
}
