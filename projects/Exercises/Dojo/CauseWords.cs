using System.Globalization;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Exercises.Dojo;

/// <summary>A cause in the words of the dojo, for trainings that are drawn.</summary>
/// <param name="Id">By the doctor's name.</param>
/// <param name="Says">A clause.</param>
/// <param name="Question">The first hint.</param>
/// <param name="Idea">The second.</param>
/// <param name="Remedy">What one would change, if it were that; null where it cannot be a wrong answer.</param>
internal sealed record CauseWords(string Id, string Says, string Question, string Idea, Func<TrainingSpec, string>? Remedy = null)
{
    private const string Curve = "Does the training loss fall, and what does it do at the end?",
        Start = "Does the loss move in the first epochs, and does it have to begin where it does?",
        Brake = "The training loss itself is high. Is the net too weak, or is something working against it?",
        Steps = "How long are the steps, from the first to the last?";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CauseWords> All { get; } =
    [
        new("learning_rate_too_large", "the learning rate is too large", "Does the loss jump, or rest far above where it was?",
            "Each step goes past what it looks for.", spec => LearningRate(spec, 0.1)),
        new("learning_rate_too_small", "the learning rate is too small", Curve, "It moves the right way, and too slowly.",
            spec => LearningRate(spec, 10)),
        new("overfitted", "the net learns its rows by heart", "When was the validation loss lowest?",
            "Whatever holds the net back, or ends the training there, will help.", _ => "training.early_stopping 10"),
        new("too_few_epochs", "the training is too short", Curve, "Nothing stands in its way, and it is stopped.",
            spec => $"training.epochs {3 * Number(spec, "training", "epochs")}"),
        new("net_too_small", "the net is too small", "The training loss rests. Could a net of this form follow the data at all?",
            "A few units draw a few lines.", _ => "net.hidden [64]"),
        new("feature_scale", "the features have very different scales", "What did the first steps do with the columns?",
            "Look at the sizes of the columns, and at data.scaling.", spec => Word(spec, "data", "scaling") == "standard"
                ? "data.scaling range" : "data.scaling standard"),
        new("initial_weights_unsuitable", "the initial weights do not suit the net", Start,
            "What a unit hands on depends on its first weights: too much, nothing, or the same from all.",
            spec => Word(spec, "net", "initialisation") == "he"
                ? "net.initialisation xavier" : "net.initialisation he, net.initial_bias 0"),
        new("regularisation_missing", "a penalty is missing", "", "", _ => "loss.penalty 0.01"),
        new("batch_too_large", "the batches are too large", "", "", _ => "training.batch 8"),
        new("net_too_deep", "the net has too many layers of this kind", Start,
            "What does a gradient become on its way through all layers?"),
        new("learning_rate_falls_too_soon", "the learning rate falls too soon", Steps,
            "They become nothing while there is much to learn."),
        new("warm_up_too_long", "the warm-up is longer than the training", Steps,
            "They never become as long as they were meant to be."),
        new("penalty_too_strong", "the penalty is too strong", Brake, "The training pays for its weights, and keeps them small."),
        new("weight_decay_too_strong", "weight decay pulls the weights to 0", Brake,
            "In each step the weights lose a part of themselves."),
        new("dropout_too_strong", "too many units are dropped", Brake, "Of each layer, few units are at work in a step."),
        new("clipping_too_tight", "gradients are clipped to next to nothing", Steps, "Something makes every gradient short."),
        new("target_scale", "the target is in its own large unit", Start, "How far is it from the first answers to the targets?"),
    ];

    /// <summary>The words of a cause.</summary>
    public static CauseWords Of(string id) => All.Single(one => one.Id == id);

    private static string LearningRate(TrainingSpec spec, double factor) =>
        string.Create(CultureInfo.InvariantCulture, $"rule.learning_rate {spec.LearningRate * factor:0.##########}");

    private static int Number(TrainingSpec spec, string part, string field) => spec.Whole[part]![field]!.GetValue<int>();

    private static string Word(TrainingSpec spec, string part, string field) => spec.Whole[part]![field]!.GetValue<string>();
}
