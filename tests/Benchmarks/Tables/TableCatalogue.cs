namespace MlMaths.Torch.Benchmarks;

/// <summary>The tables that this program prints, by name: what may be asked, and what each says.</summary>
internal static class TableCatalogue
{
    private static readonly NamedTable[] All =
    [
        new("clusters", "[seeds] [--csv FILE]", "how often verdicts on clusters are right, every kind", Clusters(untouched: null)),
        new("clusters-tuned", "[seeds] [TEXT]", "the same, kinds that the rules were made with", Clusters(untouched: false)),
        new("clusters-untouched", "[seeds]", "the same, kinds that were kept apart", Clusters(untouched: true)),
        new("clusters-later", "[seeds] [--csv FILE]", "the same, kinds that came after the rules",
            asked => ClusterTables.PrintLater(asked.Count(20), asked.Csv)),
        new("clusters-wide", "[seeds] [--csv FILE]", "the same, tables of more than eight columns",
            asked => ClusterTables.PrintWide(asked.Count(20), asked.Csv)),
        new("batches", "[seeds] [--csv FILE]", "the same, where there are batches",
            asked => BatchTables.Print(asked.Count(50), asked.Csv)),
        new("dips", "[samples]", "quantiles of the dip, which its p-values rest on", asked => DipQuantileTable.Print(asked.Count(200_000))),
        new("million", "", "a million rows: time and memory", _ => MillionRows.Print()),
        new("backpropagation", "", "ways to the same gradient, interleaved", _ => BackpropagationComparison.Print()),
        new("inference", "", "ways to the same answer, interleaved", _ => InferenceComparison.Print()),
        new("step", "", "ways to the same step, interleaved", _ => TrainingStepTable.Print()),
        new("sweep", "", "many rates side by side, interleaved", _ => SweepComparison.Print()),
        new("gradients", "[points]", "how far the gradient check can be believed", asked => GradientCheckTable.Print(asked.Count(4000))),
        new("tutor", "[seeds]", "right gradients by every way: how many the tutor rejects", asked => TutorTable.Print(asked.Count(21))),
        new("exercises", "[ways] [exercise]", "mistakes that are named first, right ways of writing it that are rejected",
            asked => ExercisesTable.Print(asked.Count(1000), asked.Text)),
        new("verdicts", "[saves] [exercise]", "seconds from a save to the verdict, warm and cold",
            asked => VerdictsTable.Print(asked.Count(20), asked.Text)),
        new("stability", "[losses]", "the largest stable learning rate, predicted and tried",
            asked => StableLearningRateTable.Print(asked.Count(50))),
        new("decisions", "[populations] [--csv FILE]", "what the chosen threshold is worth",
            asked => DecisionTables.Print(asked.Count(200), asked.Csv)),
        new("alarms", "[worlds] [--csv FILE]", "what watches the base rate, where the truth is known",
            asked => AlarmTables.Print(asked.Count(2000), asked.Csv)),
        new("ties", "[worlds]", "false alarms where many scores are equal and nothing changes",
            asked => TiesTable.Print(asked.Count(300))),
        new("noise", "[tables]", "cross-validated ROC areas of pure noise",
            asked => NoiseTable.Print(asked.Count(200))),
        new("pool", "[worlds]", "windows that are drawn from test rows: alarms and money saved",
            asked => PoolTable.Print(asked.Count(1000))),
        new("coverage", "[trials]", "whether intervals keep their word", asked => CoverageTable.Print(asked.Count(20_000))),
        new("measures", "[samples]", "the same, of every measure of a two-class model",
            asked => CoverageTable.PrintMeasures(asked.Count(2000))),
        new("groups", "[worlds]", "equal models on rows in groups of ten, with --group and without",
            asked => GroupsTable.Print(asked.Count(1000))),
        new("distributions", "[trials]", "whether tests keep their word", asked => DistributionsTable.Print(asked.Count(20_000))),
        new("leakage", "[worlds]", "what the leakage checks find, and where they find what is not there",
            asked => LeakageTables.Print(asked.Count(200))),
        new("leaks", "[tables]", "which columns that are the target are found, and what is found in clean tables",
            asked => LeaksTable.Print(asked.Count(100))),
        new("regression", "[worlds]", "how often intervals of a regression hold the truth",
            asked => RegressionTables.Print(asked.Count(2000))),
        new("scores", "[rows]", "a file of scores: seconds and memory", asked => ScoresTable.Print(asked.Count(10_000_000))),
        new("doctor", "[draws] [TEXT]", "trainings with a known fault and sound ones: what the doctor says",
            asked => DoctorTable.Print(asked.Count(10), asked.Text, tuning: false)),
        new("doctor-tuned", "[draws] [TEXT]", "the same, with the seeds that the rules were made with",
            asked => DoctorTable.Print(asked.Count(4), asked.Text, tuning: true)),
        new("doctor-logs", "[draws] [TEXT]", "logs of the same trainings: what the doctor says of the log alone",
            asked => DoctorLogsTable.Print(asked.Count(4), asked.Text, tuning: false)),
        new("doctor-logs-tuned", "[draws] [TEXT]", "the same, with the seeds that the rules were made with",
            asked => DoctorLogsTable.Print(asked.Count(4), asked.Text, tuning: true)),
        new("memory", "[steps]", "what a long training takes of memory", asked => LongTraining.Print(asked.Count(100_000))),
    ];

    /// <summary>Prints the table of that name, or which there are; the exit code.</summary>
    public static int Print(string name, string[] asked)
    {
        if (All.FirstOrDefault(table => table.Name == name) is { } found)
        {
            torch.set_num_threads(1);
            found.Print(new AskedOfTable(asked));
            return 0;
        }

        Console.Error.WriteLine($"'{name}' is no table; there are, behind `tables`:");
        foreach (NamedTable table in All)
            Console.Error.WriteLine($"  {$"{table.Name} {table.Takes}",-45}{table.Says}");
        return 2;
    }

    private static Action<AskedOfTable> Clusters(bool? untouched) => asked =>
        ClusterTables.Print(untouched, asked.Text, asked.Count(200), asked.Csv);

    private sealed record NamedTable(string Name, string Takes, string Says, Action<AskedOfTable> Print);

    /// <summary>What stands behind the table's name.</summary>
    private sealed class AskedOfTable(string[] words)
    {
        public string? Word => words.FirstOrDefault();

        /// <summary>What follows the count: the cases whose names hold it.</summary>
        public string Text => words is [_, var text, ..] && text != "--csv" ? text : "";

        public string? Csv => words is [.., "--csv", string file] ? file : null;

        public int Count(int whenAbsent) => int.TryParse(Word, out int count) ? count : whenAbsent;
    }
}
