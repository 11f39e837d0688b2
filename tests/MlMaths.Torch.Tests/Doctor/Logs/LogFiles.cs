using System.Globalization;
using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>
/// Logs in a folder of their own. No tool that writes such logs is at hand here: tables follow what the documentation of Keras' CSVLogger
/// and of Lightning's CSVLogger says of them.
/// </summary>
public sealed class LogFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-log-");

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A file with that text.</summary>
    public string Write(string name, string text)
    {
        string file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>As Keras' CSVLogger writes it: an epoch a line, from 0, metrics in the order of the alphabet.</summary>
    public string Keras(IReadOnlyList<double> losses, IReadOnlyList<double> validation) => Write("keras.csv", string.Join(
        '\n', losses.Zip(validation).Index().Select(one => Line($"{one.Index},0.5,{one.Item.First},0.5,{one.Item.Second}"))
            .Prepend("epoch,accuracy,loss,val_accuracy,val_loss")) + "\n");

    /// <summary>As Lightning's CSVLogger writes it: each moment of an epoch on a line of its own, with blanks.</summary>
    public string Lightning(IReadOnlyList<double> losses, IReadOnlyList<double> validation) => Write("metrics.csv", string.Join(
        '\n', losses.Zip(validation).Index().SelectMany(one => new[]
        {
            Line($"{one.Index},{100 * one.Index + 49},,{one.Item.First},"), Line($"{one.Index},{100 * one.Index + 99},,{one.Item.First},"),
            Line($"{one.Index},{100 * one.Index + 99},,,{one.Item.Second}"), Line($"{one.Index},{100 * one.Index + 99},{one.Item.First},,"),
        }).Prepend("epoch,step,train_loss_epoch,train_loss_step,val_loss")) + "\n");

    /// <summary>A log of steps and losses.</summary>
    public string Losses(IEnumerable<double> losses) =>
        Write("losses.csv", "step,loss\n" + string.Concat(losses.Index().Select(one => Line($"{one.Index},{one.Item}") + "\n")));

    /// <summary>What the doctor says of a file.</summary>
    public static LogExamination Examined(string file, int? classes = null) =>
        LogExamination.Of(TrainingLog.Read(file, new LogNames()), classes);

    /// <summary>Some numbers of a rule, with noise.</summary>
    public static double[] Curve(int count, Func<int, double> loss, double noise = 0, int seed = 1)
    {
        Random chance = new(seed);
        return [.. Enumerable.Range(0, count).Select(at => loss(at) * Math.Exp(noise * (chance.NextDouble() - chance.NextDouble())))];
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
