using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>logistic</c>: its gradient, its solver, its weights.</summary>
internal static class LogisticMathsTemplates
{
    private const string Steps = "newton.steps", Penalty = "penalty.chosen", Open = "weights.sign_open",
        Numeric = "gradient.max_abs_difference_numeric";

    public static IReadOnlyList<Template> All => [GradientShape, HessianShape, PenaltyGradient, Differences, OpenSigns];

    private static Template GradientShape { get; } = new("logistic.gradient-shape", Area.Algebra, 1, 1, "learn lesson 3", [], run =>
    {
        if (run.Data is not { Columns: > 1 and { } d }) return null;
        int rows = run.Draw([.. new[] { 16, 32, 100 }.Where(one => one != d)]);
        return new(
            $"A batch X has {rows} rows and the {d} columns of your table. With dz = (σ(Xw) − y)/{rows}, what is the shape of the "
            + "gradient Xᵀdz?",
            new ShapeKey(d),
            "A gradient has the shape of what it is the gradient of.",
            $"Xᵀ is [{d}, {rows}] and dz is [{rows}]; the product is [{d}], like w.",
            new(
                "And for a softmax over three classes, with Z = XW?",
                $"W is [{d}, 3], and so is its gradient XᵀdZ, with dZ [{rows}, 3]."));
    });

    private static Template HessianShape { get; } = new("logistic.hessian-shape", Area.Algebra, 2, 2, "learn lesson 3", [Steps], run =>
        run.Data is not { Columns: > 1 and { } d } ? null : new(
            $"Newton's method took {run.Say(Steps)}. Each of them solves a system with XᵀSX, where S is diagonal and holds p(1 − p) "
            + "of each "
            + $"row. X has your {d} columns and no column for the bias. What is the shape of that matrix?",
            new ShapeKey(d, d),
            "The rows cancel in the product.",
            $"[{d}, n] · [n, n] · [n, {d}] is [{d}, {d}].",
            new(
                "Two of the columns are equal. What happens to the system?",
                "XᵀSX is singular: the weight can be split between the two in any way. An L2 penalty adds λ to the diagonal, and "
                + "there is one solution again.")));

    private static Template PenaltyGradient { get; } = new("logistic.penalty-gradient", Area.Optimisation, 6, 2, "derivations l2",
        [Penalty], run =>
    {
        double λ = run[Penalty], w = run.Draw(-3, -1.5, 0.5, 4);
        return λ == 0 ? null : new(
            $"Your penalty is λ/2 · |w|², and λ is {run.Say(Penalty)}. A weight is {Of(w)}. What does the penalty add to the "
            + "derivative of the loss with respect to it?",
            new NumberKey(
                λ * w, Closeness.Relative,
                new("half of it: the 2 of the square cancels the ½", λ * w / 2), new("twice too much: there is a ½ before the square",
                    2 * λ * w),
                new("the penalty's sign turned round", -λ * w), new("the penalty without its ½, and not its derivative", λ * w * w)),
            "Differentiate λ/2 · w² by w.",
            $"λw = {Brief(λ)} · {Of(w)}.",
            new(
                "Why is the bias left out of the penalty?",
                "Shrinking it would pull every probability towards one half, whatever the base rate is. The slope is what overfits."));
    });

    private static Template Differences { get; } = new("logistic.differences", Area.Calculus, 4, 2, "learn lesson 9", [Numeric], run => new(
        $"You checked your gradient by central differences, and they agreed to within {run.Say(Numeric)}. Autograd agrees far better. "
        + "Why don't the differences agree as closely?",
        ChoiceKey.Of(
            run.Chance,
            "A short step loses digits to rounding and a long one to curvature; in float64 about ten digits are left at the best step.",
            "The hand-made gradient has a small mistake that only differences can see.",
            "Central differences are exact, and autograd is the one that approximates.",
            "The differences were taken at a learning rate that is too large."),
        "What happens to (L(w + h) − L(w − h))/2h when h becomes very small?",
        "Truncation shrinks with h², rounding grows with 1/h: the sum has a smallest value, and it is not zero.",
        new("And what does autograd do instead?", "It multiplies exact local derivatives along the chain; there is no step h.")));

    private static Template OpenSigns { get; } = new("logistic.open-signs", Area.Chance, 5, 2, "learn lesson correlation", [Open], run =>
        run.Data is not { } data || run[Open] == 0 ? null : new(
            $"Of your {data.Columns} weights, {Of(run[Open])} have an interval that includes zero. Somebody wants to read the model "
            + "as a list "
            + "of what matters. What do you tell them?",
            new TextKey(
                "Correlated columns share one effect, and which of them carries it changes from sample to sample.",
                "An interval across zero means that the sign is not known; it does not mean that the column is useless.",
                "Predictions can be good although single weights are not."),
            "Think of two columns that say nearly the same.",
            $"The rows leave the sign of {Of(run[Open])} weights open, because columns that go together share the work between them. "
            + "The sum of "
            + "their effects is known well, and so are the predictions; a single weight is not. I would drop a column and see what that "
            + "costs, rather than read the weight.",
            new("Does a weight say what would happen if one changed that column?", "No. It is an association, given the other columns.")));
}
