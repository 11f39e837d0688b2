using System.Text.RegularExpressions;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>What a number may be about: the words that people use for it, and the measurements that they mean.</summary>
/// <param name="Words">As they stand in a CV.</param>
/// <param name="Ids">Of measurements.</param>
/// <param name="LessIsBetter">Whether a smaller number is the kinder one.</param>
internal sealed record Topic(Regex Words, Regex Ids, bool LessIsBetter)
{
    private const string Scored = @"(?:test|cv|train|training|validation|baseline|capacity|preflight)",
        Autograd = @"^gradient\.max_abs_difference$|^check\.worst_autograd$|^check\.\w+\.worst$|^tape\.";

    /// <summary>All of them. Of two that meet in a text, the longer is meant: average precision is no precision.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        Of(@"ROC[- ]?AUC|AU-?ROC|area under the (?:ROC )?curve|AUC", $@"^{Scored}\.roc_auc"),
        Of(@"average[- ]precision|(?-i:AP)|PR[- ]?AUC|AU-?PRC", $@"^{Scored}\.average_precision"),
        Of(@"recall|sensitivity|true[- ]positive rate|TPR", $@"^{Scored}\.recall"),
        Of(@"precision|positive predictive value|PPV", $@"^{Scored}\.precision"),
        Of(@"specificity|true[- ]negative rate", $@"^{Scored}\.specificity"),
        Of(@"macro[- ]F1", $@"^{Scored}\.macro_f1"),
        Of(@"F1(?:[- ]score)?", $@"^{Scored}\.f1"),
        Of(@"F2(?:[- ]score)?", $@"^{Scored}\.f2"),
        Of(@"balanced accuracy", $@"^{Scored}\.balanced_accuracy"),
        Of(@"accuracy|accurate(?:ly)?|correctly", $@"^{Scored}\.(?:blind_)?accuracy"),
        Of(@"Matthews(?: correlation)?|MCC", $@"^{Scored}\.matthews"),
        Less(@"log[- ]loss|cross-entropy", $@"^{Scored}\.log_loss"),
        Less(@"Brier(?: score)?", $@"^{Scored}\.brier"),
        Less(@"calibration error|ECE", $@"^{Scored}\.ece"),
        Less(@"costs?(?: of| per)?", @"^cost\.|\.cost_per_case$"),
        Of(@"sav(?:es?|ed|ings?)|cheaper|(?:cut|reduced?|lower(?:ed)?)(?: \w+)? costs?(?: by)?", @"(?:^|\.)saved"),
        Less(@"threshold", @"^threshold\."),
        Of(@"base rate|prevalence|labels said", @"^baseline\.rate$|^reference\.rate$|^shift\.(?:estimated|true)_rate$"),
        Of(@"(?:monitoring|estimat\w+)(?=.{0,20}(?:maximisation|base rate))|by expectation and maximisation",
            @"^shift\.estimated_rate$|^alarm\.false_rate$"),
        Less(@"false[- ]alarms?(?: rate)?", @"^alarm\.false_rate$|^check\.false_alarms$|^chance\."),
        Less(@"Newton", @"^newton\.steps$"),
        Less(@"autograd", Autograd),
        Less(@"agree(?:s|ing)?", $"{Autograd}|ways_difference$"),
        Less(@"(?:finite|central) differences", @"^gradient\.max_abs_difference_numeric$|^check\.worst_differences$"),
        Of(@"gradients|derivations", @"^check\.derivations$"),
        Of(@"planted(?: errors)?|gradient check", @"^check\.(?:planted_found|kinks_labelled)$"),
        Of(@"silhouette", @"^(?:kmeans|noise)\.silhouette$"),
        Of(@"adjusted Rand(?: index)?|ARI|stab(?:le|ility)(?! learning)", @"^kmeans\.(?:stability|held_out_agreement)$|adjusted_rand$"),
        Of(@"clusters", @"^kmeans\.k$|^gap\.k$"),
        Of(@"components(?: kept)?|shuffled columns", @"^pca\.components\.kept$"),
        Of(@"variance explained|explain(?:s|ed|ing)?|of the variance", @"^pca\.ratio\.|^pca\.raw|^batch\.r2"),
        Less(@"reconstruction(?: error)?", @"^pca\.reconstruction"),
        Of(@"leak\w*", @"^leakage\."),
        Of(@"parameters|weights", @"^net\.parameters$"),
        Less(@"p50|median latency", @"^latency\..*p50_us$"),
        Less(@"p95|latency|serv(?:es?|ed|ing)|TorchSharp", @"^latency\..*p95_us$"),
        Less(@"p99", @"^latency\..*p99_us$"),
        Less(@"gap", @"\.gap$"),
        Of(@"validation loss", @"^cured\.saved$|^validation\.log_loss$|^search\.best_loss$|^preflight\.features_gain$"),
        Less(@"epochs", @"^search\.epochs$"),
        Of(@"folds", @"^cv\.folds$"),
        Of(@"(?:random )?splits", @"^splits\.count$"),
        Less(@"standard deviation|varies|varied|moved|luck", @"^splits\..*\.sd$"),
        Of(@"gains?|gained|improv(?:es?|ed|ing|ements?)|outperform(?:s|ed)?|beats?|beating", @"(?:^|\.)gain|^cured\.saved$"),
        Of(@"R²|R2|R\^2|R-squared|coefficient of determination", @"^regression\..*r2$"),
        Less(@"RMSE|root mean squared error", @"^regression\..*rmse$"),
        Less(@"MAE|mean absolute error", @"^regression\..*mae$"),
        Less(@"condition number", @"^regression\.condition"),
        Of(@"coverage|hold(?:s)? the truth|Wilson(?:'s)?|Wald(?:'s)?|textbook", @"coverage|^mean\."),
        Less(@"p-values?", @"p_value|\.p$|p_fisher|p_mid|p_z|p_exact"),
        Of(@"peeking|(?:daily|weekly|single|one) looks?", @"^chance\."),
        Of(@"overdispersion|bursts|Poisson|variance", @"^poisson\.|^binomial\."),
        Of(@"conversion(?: rate)?", @"^change\.(?:before|after|difference|ratio)$"),
        Of(@"within a factor of two|learning[- ]rates?(?: limits?)?", @"^stable\.|^finder\.rate$|^sweep\.best_rate$"),
    ];

    // Short names in capitals are meant as they stand: ARI is no end of a word.
    private static Topic Of(string words, string ids, bool lessIsBetter = false) =>
        new(new($@"(?<![\w])(?i:{words})(?!\w)", RegexOptions.CultureInvariant), new(ids, RegexOptions.CultureInvariant), lessIsBetter);

    private static Topic Less(string words, string ids) => Of(words, ids, lessIsBetter: true);
}
