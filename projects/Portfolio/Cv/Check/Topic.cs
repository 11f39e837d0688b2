using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>What a number may be about: the words that people use for it, and the measurements that they mean.</summary>
/// <param name="Words">As they stand in a CV.</param>
/// <param name="Ids">Of measurements.</param>
/// <param name="LessIsBetter">Whether a smaller number is the kinder one.</param>
internal sealed record Topic(Regex Words, Regex Ids, bool LessIsBetter)
{
    private const int StemLength = 5;

    private const string Cut = @"(?:cut(?:s|ting)?|reduc(?:es|ed|ing)|lower(?:s|ed|ing)|shr[aiu]nk\w*)[^.;,\d]{0,40}?\b";

    /// <summary>Whether the words mean many things, so that any others of the sentence go first.</summary>
    public bool IsVague { get; private init; }

    /// <summary>Whether the measurements are counts: no share and no fraction is one of them.</summary>
    public bool IsCount { get; private init; }

    private const string Scored = @"(?:test|cv|train|training|validation|baseline|capacity|preflight)",
        Autograd = @"^gradient\.max_abs_difference$|^check\.worst_autograd$|^check\.\w+\.worst$|^tape\.";

    /// <summary>All of them. Of two that meet in a text, the longer is meant: average precision is no precision.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        Of(@"ROC[- ]?AUC|AU-?ROC|area under the (?:ROC )?curve|AUC", $@"^{Scored}\.roc_auc"),
        Of(@"difference in (?:the )?(?:ROC[- ]?)?AUC"
            + @"|(?:ROC[- ]?)?AUC (?:differ\w*|chang\w*|mov\w*)(?:[^.;,\d]{0,50}?\bby)?", @"^compare\.gain$"),
        Of(@"average[- ]precision|(?-i:AP)|PR[- ]?AUC|AU-?PRC", $@"^{Scored}\.average_precision"),
        Of(@"recall|sensitivity|true[- ]positive rate|TPR|hit rate", $@"^{Scored}\.recall"),
        Vague(@"catch(?:es|ing)?|caught|detect(?:s|ed|ing)?|f(?:inds|inding|ound)|spot(?:s|ted|ting)?",
            $@"^{Scored}\.recall|^count\.test\.hits$"),
        Vague(@"misses|missed|overlook\w*|slip\w* through", $@"^{Scored}\.false_negative_rate|^count\.test\.misses$", lessIsBetter: true),
        Vague(@"flagged|flags|flagging|alerts?", $@"^{Scored}\.precision|^capacity\.wanted$|^count\.test\.flagged$|^share\.test\.flagged$"),
        Less(@"false[- ]positive rate|FPR|fall-?out", $@"^{Scored}\.false_positive_rate|^chance\."),
        Less(@"false[- ]negative rate|FNR|miss rate", $@"^{Scored}\.false_negative_rate"),
        Less(@"error rate|misclassif\w+|test error", $@"^{Scored}\.error_rate|^count\.test\.wrong$"),
        Less(@"(?:classified|labelled|predicted) (?:wrongly|incorrectly)|(?:wrongly|incorrectly) (?:classified|labelled|predicted)"
            + "|got wrong", $@"^{Scored}\.error_rate|^count\.test\.wrong$"),
        Vague(@"wrong(?:ly)?|errors|mistakes?|misread\w*|mislabel\w*", $@"^{Scored}\.error_rate|^count\.test\.wrong$", lessIsBetter: true),
        Of(@"(?<!(?:double|single|half|mixed|full|machine|numerical|float|floating-point)[ -])precision"
            + @"|positive predictive value|PPV", $@"^{Scored}\.precision"),
        Of(@"specificity|true[- ]negative rate", $@"^{Scored}\.specificity"),
        Of(@"macro[- ]F1", $@"^{Scored}\.macro_f1"),
        Of(@"F1(?:[- ]score)?", $@"^{Scored}\.f1"),
        Of(@"F2(?:[- ]score)?", $@"^{Scored}\.f2"),
        Of(@"balanced accuracy", $@"^{Scored}\.balanced_accuracy"),
        Of(@"accuracy|accurate(?:ly)?|correctly|classified correctly",
            $@"^{Scored}\.(?:blind_)?accuracy|^count\.test\.correct$"),
        Of(@"Matthews(?: correlation)?|MCC", $@"^{Scored}\.matthews"),
        Vague(@"classif(?:y|ies|ied|ying)|recogni[sz](?:es|ed|ing)|correct|right", $@"^{Scored}\.accuracy|^count\.test\.correct$"),
        Less(@"log[- ]loss|cross-entropy", $@"^{Scored}\.log_loss"),
        Less(@"test loss", @"^test\.log_loss"),
        Less(@"training loss", @"^underfit\.training_loss$|^train\.objective$"),
        Less(@"Brier(?: score)?", $@"^{Scored}\.brier"),
        Less(@"calibration \(?error|ECE", $@"^{Scored}\.ece"),
        Less(@"(?<!\b(?:by|from|for) (?:the |its |their )?)costs?(?! units?)(?: of| per)?",
            @"^cost\.|\.cost_per_case$|^saved\.relative|^test\.saved_relative$"),
        Less(@"costs of (?:mistakes|both errors), at", @"^cost\.chosen$"),
        Of($@"sav(?:es?|ed|ings?)|cheaper|{Cut}costs?(?:[^.;,\d]{{0,40}}?\bby)?", @"(?:^|\.)saved"),
        Of($@"{Cut}(?:RMSE|root mean squared error|error)[^.;,\d]{{0,20}}?\bby", @"^regression\.(?:cv\.)?gain(?:\.relative\.rmse)?$"),
        Of($@"{Cut}(?:MAE|mean absolute error)[^.;,\d]{{0,20}}?\bby", @"^regression\.gain\.(?:relative\.)?mae$"),
        Less(@"(?<=\b(?:threshold|cut-?off|flag\w*|decision|decid\w*|alert\w*)\b[^;]*)p(?=\s*(?:>=|≥|>|=)\s*0?\.\d)"
            + @"|p(?=\s*(?:>=|≥))", @"^threshold\."),
        Less(@"threshold|cut-?off|(?:flag|alert|decid|call)\w*(?: \w+)? (?:at|from|above)", @"^threshold\."),
        Of(@"base rate|prevalence|labels said|(?<=%\s{0,2})(?:positives?|positive (?:rows|class|cases))",
            @"^baseline\.rate$|^reference\.rate$|^rate\.|^shift\.(?:estimated|true)_rate$"),
        Of(@"(?:monitoring|estimat\w+)(?=.{0,20}(?:maximisation|base rate))|by expectation and maximisation",
            @"^shift\.estimated_rate$|^alarm\.false_rate$"),
        Of(@"by (?:its |the |their )?labels(?: that came later)?", @"^shift\.true_rate$"),
        Less(@"reported(?=.{0,80}\bof correct gradients)", @"^check\.false_alarms$"),
        Vague(@"false[- ]positives?", $@"^chance\.|^{Scored}\.false_positive_rate|^count\.test\.false_alarms$", lessIsBetter: true),
        Less(@"alarms?(?:[^.;,\d]{0,30}?)\b(?:by mistake|wrongly|falsely|in error|for nothing|without (?:a |any )?(?:cause|reason|change))",
            @"^alarm\.false_rate$"),
        Less(@"false[- ]alarms?(?: rate)?",
            $@"^alarm\.false_rate$|^check\.false_alarms$|^chance\.|^{Scored}\.false_positive_rate|^count\.test\.false_alarms$"),
        Count(@"Newton(?:'s)?(?: method| solver)?(?:[^.;,\d]{0,30}?\b(?:in|after|needs?|needed|takes?|took))?(?: only| just)?",
            @"^newton\.steps$"),
        Less(@"autograd", Autograd),
        Less(@"agree(?:s|ing)?(?: to a relative difference of)?", $"{Autograd}|ways_difference$"),
        Less(@"(?:finite|central|numerical) differences(?:[^.;,\d]{0,40}?\b(?:to|within|by))?",
            @"^gradient\.max_abs_difference_numeric$|^check\.worst_differences$"),
        Count(@"gradients|derivations", @"^check\.derivations$"),
        Of(@"planted errors?|gradient check", @"^check\.(?:planted_found|kinks_labelled)$"),
        Of(@"tutor(?:'s)?|named?(?: the)?(?: \w+)? (?:mistakes?|slips?)", @"^tutor\.(?:first|reported_first)$"),
        Less(@"reject(?:s|ed|ing)?", @"^tutor\.false_rejections$"),
        Less(@"mixing(?: test)?|neighbourhoods?|batch effects?", @"^batch\.rejection"),
        // Right 98.7 % of the time is no time.
        Less(@"(?<=\b(?:takes?|took|in|needs?|needed|within|using|at|only)\s[^.;,]{0,24})of (?:the |\w+'s )?(?:time|running time)",
            @"^speed\..*\.share$"),
        Of(@"silhouette", @"^(?:kmeans|noise)\.silhouette$"),
        Of(@"(?:adjusted Rand(?: index)?|ARI)(?=[^.;]{0,40}\b(?:against|known|true|actual|labels?|class(?:es)?"
            + @"|cultivars?|varieties|species|ground truth|with the))|(?<=\b(?:known|true|actual|real|labels?|cultivars?|varieties"
            + @"|species)\b[^.;]{0,60})(?:adjusted Rand(?: index)?|ARI)",
            @"^agreement\.adjusted_rand$"),
        Of(@"adjusted Rand(?: index)?|ARI|stab(?:le|ility)(?! learning)", @"^kmeans\.(?:stability|held_out_agreement)$|adjusted_rand$"),
        Count(@"clusters|groups|(?<=\bk-means\b[^.;]*)k(?=\s*=\s*\d)|k(?=\s*=\s*\d[^.;]*\bk-means\b)", @"^kmeans\.k$|^gap\.k$"),
        Count(@"components(?: kept)?|shuffled columns", @"^pca\.components\.kept$"),
        Of(@"PC ?1(?: alone| by itself)?", @"^pca\.(?:raw\.)?ratio\.pc1$"),
        Of(@"variance explained|explain(?:s|ed|ing)?|of the variance|variance (?:on|along|in)",
            @"^pca\.ratio\.|^pca\.raw|^batch\.r2|^regression\..*r2$"),
        Vague(@"account(?:s|ed|ing)? for|captur(?:es?|ed|ing)", @"^pca\.ratio\.|^pca\.raw"),
        Less(@"reconstruct(?:ion|s|ed|ing)?(?: error)?(?:[^.;,\d]{0,50}?\berror(?: of)?)?", @"^pca\.reconstruction"),
        Of(@"leak\w*", @"^leakage\."),
        Of(@"leak\w*[^.;]{0,60}?\b(?:add(?:s|ed)|inflat(?:es|ed)|rais(?:es|ed)|worth|costs?)(?: [a-z]+)?(?: by)?",
            @"^leakage\.(?:\w+\.)?difference$"),
        Of(@"scaler[^.;,\d]{0,50}?\b(?:adds?|added|changes?|changed|costs?|brings?|brought)\b(?:[^.;,\d]{0,50}?\bAUC)?",
            @"^leakage\.(?:scaler|tails)\.difference$"),
        Vague(@"(?:inflat\w+|overstat\w+|flatter\w+)(?:[^.;,\d]{0,40}?\bby)?", @"^leakage\.\w+\.(?:difference|inflated)$"),
        Count(@"parameters?|weights", @"^net\.parameters$"),
        Vague(@"(?:regression |fitted |standardi[sz]ed )?(?:weights|coefficients)|signs?", @"^signs\.(?:known|open)$"),
        Of(@"(?:weights?|coefficients?) (?:have|has|had|with|of) (?:an? )?(?:known|clear|certain) signs?|signs? (?:is|are) (?:known|clear)"
            + @"|known signs?", @"^signs\.known$|weights\.known$"),
        Of(@"(?:weights?|coefficients?) (?:have|has|had|with|of) (?:an? )?(?:open|unknown|unclear|uncertain) signs?"
            + @"|signs? (?:is|are) (?:open|unknown|unclear)|open signs?", @"^signs\.open$|^weights\.sign_open$"),
        Less(@"outliers?(?:[^.;\d]{0,60}?\berror(?: of)?)?", @"^regression\.wild\."),
        Less(@"largest (?:multiplier|pull)", @"^regression\.absolute\.largest_pull$"),
        Count(@"missing (?:cells|values|entries)|cells without a value", @"^missing$"),
        Less(@"(?:p50|median|50th percentile)(?: latency)?", @"^latency\..*p50_us$"),
        Of(@"faster|quicker|as fast|as quick(?:ly)?|speed-?ups?|sped up|slower|less time", @"^speed\."),
        Less(@"p95(?: latency)?|95th percentile(?: latency)?|percentile(?: latency)?|latency|serv(?:es?|ed|ing)|TorchSharp",
            @"^latency\..*_us$"),
        Less(@"p99(?: latency)?|99th percentile(?: latency)?", @"^latency\..*p99_us$"),
        Of(@"(?:as |more )?(?:expensive|costly|costlier|dear)(?=[^.;]*\b(?:alarm|positive|miss|error))"
            + @"|as much(?=[^.;]*\b(?:alarm|positive|miss|error))", @"^ratio\.of_costs$"),
        Less(@"(?<!(?:worst|largest|biggest|maximum) )gap", @"\.gap$"),
        Of(@"validation loss", @"^cured\.saved$|^validation\.log_loss$|^search\.best_loss$|^preflight\.features_gain$"),
        Count(@"epochs", @"^search\.epochs$"),
        Count(@"(?<=\balarm\w*\b[^.;\d]*)week(?=\s+\d)", @"^shift\.alarm_week$"),
        Count(@"folds", @"^cv\.folds$"),
        Count(@"(?:random )?splits", @"^splits\.count$"),
        Less(@"standard deviation(?: of (?:the |its )?(?:test )?(?:accuracy|error rate|(?:ROC )?AUC|log loss))?"
            + @"|(?-i:SD|s\.d\.)|std(?:\.|ev)?(?: dev(?:iation)?\.?)?|varies|varied|moved|luck", @"^splits\..*\.sd$"),
        Of(@"(?:beats?|beating|outperform(?:s|ed|ing)?|better than|improv(?:es|ed|ing) (?:on|over|upon))[^.;,\d]{0,40}?\bby"
            + @"(?: an?)?(?: \w+)?(?: of)?", @"(?:^|\.)gain"),
        Of(@"(?:lower|smaller|less|better) than (?:that of )?(?:predicting |always saying )?the (?:training )?mean",
            @"^regression\.(?:cv\.)?gain$"),
        Of(@"gains?|gained|improv(?:es?|ed|ing|ements?)|outperform(?:s|ed)?|beats?|beating", @"(?:^|\.)gain|^cured\.saved$"),
        Of(@"R²|R2|R\^2|R-squared|coefficient of determination", @"^regression\..*r2$"),
        Less(@"RMSEs?|root mean squared error", @"^regression\..*rmse$"),
        Less(@"MAEs?|(?:mean|average) (?:absolute )?(?:prediction )?errors?"
            + @"|errs? by|off by|wrong by|(?<=\bwithin\b[^.;,]{0,24})on average", @"^regression\..*mae$"),
        Of(@"worth\s+[-+]?\d*\.\d+(?:\s+(?:of\s+)?(?:ROC[- ]?)?AUC)?|worth", @"^steps\..*gain$"),
        Vague(@"typical(?:ly)?(?: \w+)? errors?", @"^regression\..*(?:mae|rmse)$", lessIsBetter: true),
        Vague(@"(?:support )?tickets?|incidents?|events?", @"^events\."),
        Of(@"(?:training )?(?:steps|updates) (?:per|a) second|steps/s", @"^train\.steps_per_second$"),
        Less(@"condition number", @"^regression\.condition"),
        Of(@"coverage|(?:holds?|contains?) the truth|Wilson(?:'s)?|Wald(?:'s)?|textbook", @"coverage|^mean\."),
        Less(@"p-values?|p(?=\s*[=<>≈])", @"p_value|\.p$|p_fisher|p_mid|p_z|p_exact"),
        Of(@"peek(?:s|ing|ed)?|(?:daily|weekly|single|one) looks?", @"^chance\."),
        Of(@"overdispersion|bursts|Poisson|variance (?:over|to|of) (?:the|that of)", @"^poisson\.|^binomial\."),
        Of(@"conversion(?: rate)?", @"^change\.(?:before|after|difference(?:\.relative)?|ratio)$"),
        Of(@"best (?:learning[- ])?rate", @"^sweep\.best_rate$"),
        Of(@"within a factor of (?:two|2)|learning[- ]rates?(?: limits?)?", @"^stable\.|^finder\.rate$|^sweep\.best_rate$"),
    ];

    /// <summary>Whether a label can be told from the numbers and small words of a sentence.</summary>
    public static bool IsWord(string label) => label.Length > 2 && label.All(char.IsLetter);

    /// <summary>The base rate, said by what the rows are: 1.2 % of payments are fraudulent.</summary>
    /// <param name="label">The positive one, such as <c>fraud</c>.</param>
    public static Topic OfPositives(string label) => Vague(
        $@"(?:are|is|were|was|being|say(?:s|ing)?|said)(?: \w+)? "
        + $@"(?:positives?|{Regex.Escape(label[..Math.Min(label.Length, StemLength)])}\w*)",
        @"^baseline\.rate$|^reference\.rate$|^rate\.");

    // Short names in capitals are meant as they stand: ARI is no end of a word.
    private static Topic Of(string words, string ids, bool lessIsBetter = false) =>
        new(new($@"(?<![\w])(?i:{words})(?!\w)", RegexOptions.CultureInvariant), new(ids, RegexOptions.CultureInvariant), lessIsBetter);

    private static Topic Vague(string words, string ids, bool lessIsBetter = false) => Of(words, ids, lessIsBetter) with { IsVague = true };

    private static Topic Count(string words, string ids) => Of(words, ids) with { IsCount = true };

    private static Topic Less(string words, string ids) => Of(words, ids, lessIsBetter: true);
}
