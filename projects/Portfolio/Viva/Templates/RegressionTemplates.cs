using MlMaths.Torch.Portfolio.Viva.Keys;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>regression</c>.</summary>
internal static class RegressionTemplates
{
    private const string Rmse = "regression.rmse", OfTheMean = "regression.baseline.rmse", Gain = "regression.gain",
        Condition = "regression.condition", Wild = "regression.wild.mae", WildAbsolute = "regression.wild.absolute.mae",
        Mae = "regression.mae";

    public static IReadOnlyList<Template> All =>
        [FromErrors, DigitsLost, NormalShape, Outliers, MaySayGain, AbsoluteFromSquared, Singular];

    private static Template FromErrors { get; } = new("regression.r2", Area.Chance, 2, 2, "regression --help", [Rmse, OfTheMean], run =>
    {
        double ratio = run[Rmse] / run[OfTheMean];
        return ratio >= 1 ? null : new(
            $"Your RMSE is {run.Say(Rmse)}; a model that always says the mean has {run.Say(OfTheMean)}. What share of the squared "
            + "error does "
            + "yours take away?",
            new NumberKey(
                1 - ratio * ratio, Closeness.Share,
                new("the share of the error itself: R² is about squares", 1 - ratio), new("what is left", ratio * ratio)),
            "R² compares squared errors.",
            $"1 − ({run.Say(Rmse)}/{run.Say(OfTheMean)})².",
            new("Can it be negative on test rows?", "Yes: a model that is worse than the mean of those rows."));
    });

    private static Template DigitsLost { get; } = new("regression.digits-lost", Area.Algebra, 2, 3, "learn lesson 11", [Condition], run =>
        run[Condition] < 5 ? null : new(
            $"The condition number of your standardised columns is {run.Say(Condition)}. The normal equations work with XᵀX. About "
            + "how many "
            + "decimal digits may they lose?",
            new NumberKey(
                2 * Math.Log10(run[Condition]), Closeness.Whole,
                new("what a QR of X itself may lose", Math.Log10(run[Condition])),
                new("the digits in natural logarithms", 2 * Math.Log(run[Condition]))),
            "The condition number of XᵀX is the square.",
            $"log₁₀({run.Say(Condition)}²).",
            new("When would you not use them?", "When the square nears 10¹⁶, the digits of float64: take QR, or the singular values.")));

    private static Template NormalShape { get; } = new("regression.normal-shape", Area.Algebra, 2, 1, "learn lesson 3", [Rmse], run =>
        run.Data is not { } data ? null : new(
            $"Your table has {data.Columns} columns. You put a column of ones before them for the intercept. What is the shape of XᵀX?",
            new ShapeKey(data.Columns + 1, data.Columns + 1),
            "Count the columns of X, with the ones.",
            $"[{data.Columns + 1}, n] · [n, {data.Columns + 1}].",
            new("And Xᵀy?", $"[{data.Columns + 1}], one number for each weight.")));

    private static Template Outliers { get; } = new("regression.outliers", Area.Optimisation, 2, 2, "derivations linear-mae",
        [Wild, WildAbsolute, Mae], run => run[Wild] < 1.2 * run[WildAbsolute] ? null : new(
            $"With a tenth of the training targets far too high, least squares ended at a mean absolute error of {run.Say(Wild)} on "
            + "clean test "
            + $"rows, and the absolute fit at {run.Say(WildAbsolute)}. Why?",
            ChoiceKey.Of(
                run.Chance,
                "The pull of a row grows with its error under squares; under absolute values every row pulls equally hard.",
                "Least squares needs more steps than it was given.",
                "The absolute fit leaves rows with large errors out.",
                "Absolute errors are smaller numbers than squared ones, so the fit looks better."),
            "Differentiate both losses by the prediction.",
            "The derivative of e² is 2e and that of |e| is ±1.",
            new("So why is anybody using squares?", "With well-behaved errors they waste fewer rows, and they have a closed solution.")));

    private static Template MaySayGain { get; } = new("regression.gain", Area.Chance, 2, 1, "learn lesson 6", [Gain], run =>
        IntervalChoice.Of(run, Gain, "Against the mean of the training rows, the RMSE was lower by", "the model beats the mean"));

    private static Template AbsoluteFromSquared { get; } = new("regression.normal-mae", Area.Chance, 3, 3, "distributions "
        + "--help", [Rmse], run => new(
        $"Your RMSE is {run.Say(Rmse)}. If the errors were normal with mean zero, what would you expect the MAE to be?",
        new NumberKey(
            run[Rmse] * Math.Sqrt(2 / Math.PI), Closeness.Relative,
            new("the RMSE itself; the mean of absolute values is smaller", run[Rmse]),
            new("the median of the absolute errors", 0.67448975 * run[Rmse]), new("the other way "
                + "round", run[Rmse] * Math.Sqrt(Math.PI / 2))),
        "The mean of |e| for a standard normal e is √(2/π), about 0.8.",
        $"0.798 · {run.Say(Rmse)}.",
        new("The MAE is much smaller than that. What do you suspect?", "A few very large errors: they raise the RMSE more than the MAE.")));

    private static Template Singular { get; } = new("regression.singular", Area.Algebra, 2, 2, "learn lesson 11", [Condition], run => new(
        $"Your condition number is {run.Say(Condition)}. A colleague adds a column that is the sum of two others. What happens to "
        + "XᵀX, to the "
        + "weights and to the predictions?",
        new TextKey(
            "The columns are linearly dependent, so XᵀX is singular and the condition number is infinite.",
            "The weights are no longer unique: what one column gives, another can take.",
            "Predictions stay the same, and a penalty or dropping the column makes the weights unique again."),
        "Is there a vector that X turns into zero?",
        $"X turns (1, 1, −1) on those three columns into zero, so XᵀX has an eigenvalue of zero: from {run.Say(Condition)} the "
        + "condition number "
        + "goes to infinity. Many weights give the same fitted values. A ridge penalty picks the shortest of them; leaving the "
        + "column out is "
        + "the honest cure.",
        new("How does it show in practice, where nothing is exactly singular?", "Huge weights with opposite signs, and standard "
            + "errors to match.")));
}
