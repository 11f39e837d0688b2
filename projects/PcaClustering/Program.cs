using MlMaths.Torch.Cli;
using MlMaths.Torch.PcaClustering;

return ProjectCommand.Run(args, new PcaClusteringProject());
