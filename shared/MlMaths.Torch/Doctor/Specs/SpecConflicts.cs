namespace MlMaths.Torch.Doctor;

/// <summary>Fields of a spec that each may be so, but not together.</summary>
internal static class SpecConflicts
{
    public static IEnumerable<string> In(TrainingSpec spec)
    {
        int layers = spec.Net.Hidden.Count + 1;
        if (spec.Data.File is not null && spec.Data.Target is null)
            yield return "data.file is given and data.target is not: name the column of the file that is to be predicted.";
        if (spec.Training.EarlyStopping is not null && spec.Data.Validation == 0)
        {
            yield return "training.early_stopping watches the validation loss, and data.validation is 0: keep some rows, for instance "
                + "0.25, or leave early_stopping out.";
        }

        if (spec.Slips.ValidationRowsInTraining > 0 && spec.Data.Validation == 0)
        {
            yield return "slips.validation_rows_in_training needs validation rows, and data.validation is 0: keep some, for instance "
                + "0.25, or leave the slip out.";
        }

        if (spec.Data.Noise is not null && (spec.Data.File is not null || !DrawnSets.Names.Contains(spec.Data.Set)))
        {
            yield return $"data.noise belongs to a drawn set ({string.Join(", ", DrawnSets.Names)}), and these rows are read: leave it "
                + "out.";
        }

        int[] frozen = [.. spec.Slips.FrozenLayers.Distinct()];
        if (frozen.Any(layer => layer > layers))
        {
            yield return $"slips.frozen_layers is {string.Join(", ", frozen)}, and the net has {Counted.Of(layers, "layer")}: the layers "
                + $"are numbered from 1 to {layers}, the last one gives the outputs.";
        }
        else if (frozen.Length == layers)
        {
            yield return "slips.frozen_layers has every layer, and nothing would be trained: leave one out.";
        }

        if (spec.Net.Hidden.Count > 0 || (spec.Net.Dropout == 0 && !spec.Slips.DropoutInValidation)) yield break;
        yield return "Dropout silences hidden units, and net.hidden is []: add a hidden layer, or leave dropout out.";
    }
}
