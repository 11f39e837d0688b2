using MlMaths.Torch.Portfolio.Viva.Keys;
using static MlMaths.Torch.Text.NumberText;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Questions about a run of <c>net</c>: shapes, losses, gradients.</summary>
internal static class NetTemplates
{
    private const string Initial = "preflight.initial_loss", Parameters = "net.parameters", LogLoss = "test.log_loss",
        Blind = "preflight.blind_accuracy", ByHeart = "preflight.by_heart_loss";

    public static IReadOnlyList<Template> All =>
        [ChanceLoss, ParameterCount, WeightShape, TypicalProbability, SoftmaxGradient, BlindNet, KnownByHeart];

    private static Template ChanceLoss { get; } = new("net.chance-loss", Area.Optimisation, 6, 1, "derivations softmax-cross-entropy",
        [Initial], run => run.Classes() is not { } classes ? null : new(
            $"Before the first step the loss of your net was {run.Say(Initial)}. What is the loss of a net that gives each of the "
            + $"{classes} "
            + "classes the same probability?",
            new NumberKey(
                Math.Log(classes), Closeness.Relative,
                new("the logarithm to base 2; the loss is in nats", Math.Log2(classes)),
                new("the logarithm to base 10", Math.Log10(classes)), new("the probability itself", 1.0 / classes)),
            "Cross-entropy is −ln of the probability of the right class.",
            $"−ln(1/{classes}) = ln {classes}.",
            new("Yours starts at or above that. What would a loss far above it say?", "First weights that are too large: the net is "
                + "sure, and wrong.")));

    private static Template ParameterCount { get; } = new("net.parameter-count", Area.Algebra, 6, 2, "learn lesson 3", [Parameters], run =>
    {
        if (run.Data is not { } data || run.Classes() is not { } classes) return null;
        int d = data.Columns, h = run.Draw(8, 16, 20, 50), count = d * h + h + h * classes + classes;
        return new(
            $"Your net has {run.Say(Parameters)}. How many has a smaller one: {d} columns, one hidden layer of {h} units, {classes} "
            + "classes?",
            new NumberKey(
                count, Closeness.Exact,
                new("the weights without the biases", d * h + h * classes),
                new("the count with biases in the hidden layer only", d * h + h + h * classes),
                new("the first layer alone", d * h + h)),
            "Count weights and biases of each layer.",
            $"{d}·{h} + {h} + {h}·{classes} + {classes}.",
            new("Is that too many for your rows?", "The count alone does not say. Watch the gap between training and validation loss."));
    });

    private static Template WeightShape { get; } = new("net.weight-shape", Area.Algebra, 1, 1, "learn lesson 3", [Parameters], run =>
    {
        if (run.Data is not { } data) return null;
        int rows = run.Draw(32, 50), h = run.Draw(16, 20, 48);
        return h == data.Columns ? null : new(
            $"A layer computes Z = XWᵀ + b: X is [{rows}, {data.Columns}], and the layer has {h} units. What is the shape of the "
            + "gradient of "
            + "the loss with respect to W?",
            new ShapeKey(h, data.Columns),
            "Like W itself. Which W makes XWᵀ work?",
            $"dZᵀX: [{h}, {rows}] · [{rows}, {data.Columns}].",
            new("And the gradient with respect to b?", $"[{h}]: the sum of dZ over the {rows} rows."));
    });

    private static Template TypicalProbability { get; } = new("net.typical-probability", Area.Optimisation, 6, 2,
        "derivations softmax-cross-entropy", [LogLoss], run => run[LogLoss] is < 0.02 or > 3 ? null : new(
            $"The log loss on your test rows is {run.Say(LogLoss)}. What probability does the net give the right class, as a "
            + "geometric mean?",
            new NumberKey(
                Math.Exp(-run[LogLoss]), Closeness.Share,
                new("one less the loss, which is only near for small losses", 1 - run[LogLoss]),
                new("what base 10 gives", Math.Pow(10, -run[LogLoss])), new("e to the loss: the perplexity", Math.Exp(run[LogLoss]))),
            "The loss is the mean of −ln p.",
            $"e to the −{Brief(run[LogLoss])}.",
            new("Why geometric?", "The mean of logarithms is the logarithm of the geometric mean.")));

    private static Template SoftmaxGradient { get; } = new("net.softmax-gradient", Area.Calculus, 4, 3, "derivations softmax-cross-entropy",
        [LogLoss], run =>
    {
        double p = run.Draw(0.2, 0.6, 0.7, 0.8);
        return new(
            $"Your log loss is {run.Say(LogLoss)}, but take a harder row: softmax gives its right class a probability of {Of(p)}. "
            + "What is the "
            + "derivative of the cross-entropy with respect to the logit of that class?",
            new NumberKey(
                p - 1, Closeness.Relative,
                new("the right size with the wrong sign: a larger logit lowers the loss", 1 - p),
                new("what a wrong class gets", p), new("the derivative of softmax alone", p * (1 - p)), new("−1/p, by the "
                    + "probability", -1 / p)),
            "For softmax and cross-entropy together it is short: probability less label.",
            $"{Of(p)} − 1.",
            new("And for σ with the binary cross-entropy?", "The same: σ(z) − y. That is why one takes loss and activation together."));
    });

    private static Template BlindNet { get; } = new("net.blind", Area.Chance, 5, 2, "learn lesson 5", [Blind], run => new(
        $"You set every feature to zero and trained: validation accuracy {run.Say(Blind)}. What would you have looked for if it had "
        + "been far "
        + "above the share of the most common class?",
        ChoiceKey.Of(
            run.Chance,
            "A leak: labels reach the net by another way than the features, such as the order of rows.",
            "Underfitting: the net needs more units.",
            "A learning rate that is too small.",
            "Nothing: a better blind net makes a better net with features."),
        "What can a net know that sees nothing?",
        "Without features only the share of the classes can be learnt. More than that has come from somewhere else.",
        new("What does this check not find?", "A leak inside the features, such as a column that was filled in after the event.")));

    private static Template KnownByHeart { get; } = new("net.by-heart", Area.Optimisation, 6, 2, "learn lesson 10", [ByHeart], run => new(
        $"Your net memorised a few rows, down to a loss of {run.Say(ByHeart)}. Why do that before the real training?",
        new TextKey(
            "A net that cannot memorise a few rows has a mistake in its gradient, its loss or its data.",
            "It takes seconds, and it separates such mistakes from questions of tuning.",
            "It says nothing about rows that the net has not seen."),
        "What if it had not worked?",
        $"It reached {run.Say(ByHeart)}, so loss, gradient and labels belong together. Had it stalled, I would have looked for a "
        + "mistake and "
        + "not for a better learning rate. It says nothing about generalising.",
        new("With which settings would you do it?", "No dropout, no penalty, and a small batch that never changes.")));
}
