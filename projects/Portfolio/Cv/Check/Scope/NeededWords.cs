using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check.Scope;

/// <summary>Numbers of one side of a study: a sentence means them only if it speaks of that side.</summary>
internal static class NeededWords
{
    /// <summary>Of a change both numbers are meant, and the first needs no other word.</summary>
    private const string Before = "from|→|->|=>|⟶|instead of|down to";

    private static readonly (Regex Ids, Regex Words)[] All =
    [
        Of(@"^(?:baseline\.(?:accuracy|error_rate)|preflight\.blind_accuracy)$",
            @"baseline|nothing|no model|without an?y? model|blind|majority|guess(?:es|ing)"
            + @"|never (?:rais(?:es?|ing)|flag(?:s|ging)?|alert(?:s|ing)?|fir(?:es?|ing)|say(?:s|ing)?|predict(?:s|ing)?)"
            + @"|(?:always|only) (?:says?|predicts?|answers?|guess\w*)|trivial|(?:flag|alert)-nothing"
            + @"|(?:calls?|calling|labels?|labell?ing|predict(?:s|ing)|passes|accept(?:s|ing)) (?:everything|every|all|each)"),
        Of(@"^pca\.raw\.", $@"{Before}|raw|unscaled|un-?standardi[sz]ed|not (?:scaled|standardi[sz]ed)|without (?:scaling|standardi[sz]ing)"
            + "|as they (?:are|were)|original units"),
        Of(@"^noise\.", "noise|groups that do not exist"),
        Of(@"^regression\.condition\.raw", $@"{Before}|raw|un(?:scaled|standardi[sz]ed)|as they (?:are|were)"),
        Of(@"^regression\.wild\.", @"outliers?|wild|corrupt\w*|contaminat\w*"),
        Of(@"^regression\.absolute\.", @"absolute|L1|median|outliers?"),
        Of(@"^regression\.squares\.", "absolute|L1|median"),
        Of(@"^regression\.baseline\.", $"{Before}|mean|baseline|no model"),
        Of(@"^regression\.spread\.p", @"spread|variance|heterosced\w+|homosced\w+|Breusch|Koenker"),
        Of(@"^regression\.curvature\.p", @"straight|curv\w+|linear(?:ity)?|quadratic|squared? prediction"),
        Of(@"^regression\.normal\.p", @"normal(?:ity)?|Gaussian|envelope"),
        Of(@"^compare\.p_value_naive", @"naive\w*|as if|uncorrected|independent"),
        // How long one training took is not what a search over many may spend.
        Of(@"^search\.epochs$", @"search\w*|budget|halving|hyper-?parameters?|tun(?:ed|ing)|candidates?|trials?|altogether"
            + @"|in (?:all|total)"),
        Of(@"^compare\.mcnemar\.mid", "mid-p.*|mid"),
        Of(@"^compare\.mcnemar\.p_value", "McNemar(?:'s)?"),
        Of(@"^compare\.p_value$", @"compar\w+|models?|perceptron|logistic|differ\w*|paired|t test|folds?|outperform\w*|beats?|better"),
        Of(@"^steps\.indicators\.", @"missing|indicators?|imput\w+|fill(?:ed|ing)"),
        Of(@"^steps\.categories\.", @"categor\w+|texts?|one-hot|0/1"),
        Of(@"^steps\.", @"missing|indicators?|imput\w+|fill(?:ed|ing)|categor\w+|texts?|one-hot|0/1|scal\w+|logarithms?|steps?"),
        Of(@"^splits\..*\.sd$", @"splits?|resampl\w+|varie[sd]|var(?:y|iation)|luck|deviat\w+|spread|SD"
            + @"|s\.d\.|std\.?(?: dev\w*\.?)?|moved"),
        Of(@"\.accuracy\.sd$", @"accura\w+|error rate|score|luck|splits?|split"),
        Of(@"^splits\.roc_auc\.sd$", "(?:ROC[- ]?)?AUC|AUROC"),
        Of(@"^splits\.log_loss\.sd$", "log[- ]loss|cross-entropy"),
    ];

    /// <summary>Whether a sentence has the words that a number needs, or its id.</summary>
    public static bool Has(string sentence, string id) => sentence.Contains(id, StringComparison.Ordinal)
        || All.All(one => !one.Ids.IsMatch(id) || one.Words.IsMatch(sentence));

    private static (Regex Ids, Regex Words) Of(string ids, string words) =>
        (new(ids, RegexOptions.CultureInvariant), new($@"(?<!\w)(?i:{words})(?!\w)", RegexOptions.CultureInvariant));
}
