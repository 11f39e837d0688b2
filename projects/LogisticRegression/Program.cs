using MlMaths.Torch.Cli;
using MlMaths.Torch.LogisticRegression;

return ProjectCommand.Run(args, new LogisticProject(), new MlMaths.Torch.Runs.FigureFormats(MlMaths.Torch.Runs.FigureFiles.Svg, MlMaths.Torch.Runs.FigureFiles.Png));
