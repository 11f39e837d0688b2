using System.Text.RegularExpressions;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Which names people give to losses: <c>loss</c>, <c>train_loss_epoch</c>, <c>validation/epoch_loss</c>. A name is read word by word;
/// words that say nothing of which loss it is cost nothing, any other word does.
/// </summary>
internal static partial class LossNames
{
    private const int OtherWord = 10, OtherPart = 5, OfTest = 4;

    private static readonly HashSet<string>
        Losses = ["loss", "losses", "cost", "nll", "bce", "crossentropy", "objective"],
        Errors = ["mse", "mae", "rmse", "error"],
        OfValidation = ["val", "valid", "validation", "eval", "evaluation", "dev", "holdout", "test", "heldout"],
        OfTraining = ["train", "training", "trn", "tr"],
        Neutral = ["total", "mean", "avg", "average", "epoch", "step", "batch", "iter", "iteration", "evaluated", "metrics", "scalars"];

    /// <summary>Whether a name is that of a loss.</summary>
    public static bool IsLoss(string name) =>
        Words(name).Any(word => Losses.Contains(word) || word.EndsWith("loss", StringComparison.Ordinal));

    /// <summary>Whether it is that of an error, which may stand in for a loss where there is none.</summary>
    public static bool IsError(string name) => Words(name).Any(Errors.Contains);

    /// <summary>Whether it is of rows that are not learnt.</summary>
    public static bool IsOfValidation(string name) =>
        Words(name).Any(word => OfValidation.Contains(word) || word is "valloss" or "validloss" or "testloss" or "vloss");

    /// <summary>Whether it is of rows that are learnt.</summary>
    public static bool IsOfTraining(string name) => Words(name).Any(OfTraining.Contains);

    /// <summary>How far a name is from a plain loss: the least is meant.</summary>
    public static int Distance(string name)
    {
        string[] words = Words(name);
        int measured = words.Contains("evaluated") ? 0
            : words.Contains("epoch") ? 1
            : words.Any(word => word is "step" or "batch" or "iter") ? 3
            : 2;
        return OtherWord * OfPart(name).Count + (words.Contains("test") ? OfTest : 0) + measured;
    }

    /// <summary>How far a validation loss is from a training loss: another part of the loss is another one.</summary>
    public static int Distance(string validation, string training) =>
        Distance(validation) + (OfPart(validation).SetEquals(OfPart(training)) ? -OtherWord * OfPart(training).Count : OtherPart);

    private static HashSet<string> OfPart(string name) =>
    [
        .. Words(name).Where(word => !Losses.Contains(word) && !OfValidation.Contains(word) && !OfTraining.Contains(word)
            && !Neutral.Contains(word) && !(word.EndsWith("loss", StringComparison.Ordinal) && word.Length <= "validloss".Length)),
    ];

    private static string[] Words(string name) =>
        [.. Word().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    // A capital inside begins a word: trainLoss.
    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+|[0-9]+")]
    private static partial Regex Word();
}
